// The places that these tasks concern, by id.
// param: tasks list[str]  ids of tasks, some hundred at a time
// returns: place_id str
// key: place_id
UNWIND $tasks AS wanted
MATCH (t:Task)
WHERE t.id = wanted
WITH DISTINCT t
OPTIONAL MATCH (t)-[:CONCERNS]->(p:Place)
WITH DISTINCT p
WHERE p.id IS NOT NULL
RETURN p.id AS place_id
ORDER BY place_id
