// These tasks with the days that tell when they are to be done, by place and task.
// param: tasks list[str]  ids of tasks
// then: load/days
UNWIND $tasks AS wanted
MATCH (t:Task)
WHERE t.id = wanted
WITH DISTINCT t
OPTIONAL MATCH (t)-[:STATED_IN]->(:Passage)<-[:HAS]-(:File)-[:COPY_OF]->(d:Document)
WITH DISTINCT t, d
