// param: replaced bool?  also tasks of papers and editions whose place another has taken
// returns: task_id str
// returns: due date  the last deadline
// key: task_id
// row: TaskDue
WHERE $replaced OR NOT t.replaced
OPTIONAL MATCH (t)-[:STATED_IN]->(s:Passage)<-[:HAS]-(:File)-[:COPY_OF]->(d:Document)
WITH t, d, min(CASE WHEN s.id = t.standing THEN s.start_char END) AS first
OPTIONAL MATCH (p:Plan)-[:SETS]->(t)
WITH t.id AS task_id, t.due AS due, CASE WHEN d.title = '' THEN d.number ELSE d.title END AS document,
  d.id AS document_id, p.ordinal AS ordinal, first
RETURN task_id AS task_id, due AS due
ORDER BY document, document_id, ordinal, first, task_id
