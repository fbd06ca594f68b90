// What two passages of each of these tasks say differently, a row a field, by paper, task and field.
// param: tasks list[str]  ids of tasks, some hundred at a time
// then: conflicts/columns
UNWIND $tasks AS wanted
MATCH (t:Task)
WHERE t.id = wanted
WITH DISTINCT t
OPTIONAL MATCH (t)-[:STATED_IN]->(own:Passage)
WITH t, collect(own.id) AS owned
OPTIONAL MATCH (t)-[:STATED_IN]->(a:Passage)-[c:CONFLICTS]->(b:Passage)
WITH t, a, b, c, owned
WHERE b.id IN owned
UNWIND range(0, size(split(c.field, ' ')) - 1) AS n
WITH t, a, b, t.title AS title, '' AS change_id,
  split(c.field, ' ')[n] AS field, [c.values[2 * n], c.values[2 * n + 1]] AS values
