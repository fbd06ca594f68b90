// param: tasks list[str]  ids of tasks, some hundred at a time
// returns: id str
// returns: name str
// returns: place_id str  where it lies, "" where that is not known
// returns: tasks int  how many of the tasks
// key: id
// row: Counted
WITH n, count(t) AS number
OPTIONAL MATCH (n)-[:LOCATED_IN|PART_OF]->(home:Place)
WITH n, number, coalesce(min(home.id), '') AS place_id
RETURN n.id AS id, n.name AS name, place_id AS place_id, number AS tasks
ORDER BY id
