// Plans, each with its title, its paper and the number of its tasks among some, by id.
// param: tasks list[str]  ids of tasks, some hundred at a time
// returns: id str
// returns: title str
// returns: document_id str
// returns: tasks int  how many of the tasks
// key: id
UNWIND $tasks AS wanted
MATCH (t:Task)
WHERE t.id = wanted
WITH DISTINCT t
MATCH (d:Document)-[:CONTAINS]->(n:Plan)-[:SETS]->(t)
WITH DISTINCT t, n, d
RETURN n.id AS id, n.title AS title, min(d.id) AS document_id, count(DISTINCT t) AS tasks
ORDER BY id
