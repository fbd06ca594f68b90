// The units and leaders of these tasks, by kind, place and name.
// param: tasks list[str]  ids of tasks, some hundred at a time
// returns: kind str  person or unit
// returns: id str
// returns: name str
// returns: place str  where it is
// key: kind, id
// row: Thing
UNWIND $tasks AS wanted
MATCH (t:Task)
WHERE t.id = wanted
WITH DISTINCT t
OPTIONAL MATCH (n:Unit|Person)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS|OVERSEES]->(t)
WITH DISTINCT n
OPTIONAL MATCH (n)-[:LOCATED_IN]->(home:Place)
WITH n, coalesce(min(home.name), '') AS place
WHERE n.id IS NOT NULL
RETURN CASE WHEN n.kind IS NOT NULL THEN 'unit' ELSE 'person' END AS kind, n.id AS id, n.name AS name, place AS place
ORDER BY kind, place, name, id
