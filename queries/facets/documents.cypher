// Papers, each with the number of tasks that it sets among some, by id.
// param: tasks list[str]  ids of tasks, some hundred at a time
// returns: id str
// returns: tasks int  how many of the tasks
// key: id
// row: CountedId
UNWIND $tasks AS wanted
MATCH (t:Task)
WHERE t.id = wanted
WITH DISTINCT t
MATCH (t)-[:STATED_IN]->(:Passage)<-[:HAS]-(:File)-[:COPY_OF]->(n:Document)
WITH DISTINCT t, n
RETURN n.id AS id, count(t) AS tasks
ORDER BY id
