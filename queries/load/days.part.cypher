// returns: task_id str
// returns: place_id str  the place that the paper speaks for
// returns: start date  as stated
// returns: due_dates list[str]  deadlines and milestones, ISO days
// returns: issued_on date  of the paper
// returns: plan_id str
// returns: document_id str
// key: task_id
// row: DatedTask
OPTIONAL MATCH (d)-[:LOCATED_IN]->(home:Place)
WITH t, min(d.issued_on) AS issued_on, min(d.id) AS document_id, coalesce(min(home.id), '') AS place_id
OPTIONAL MATCH (p:Plan)-[:SETS]->(t)
WITH t, issued_on, document_id, place_id, coalesce(min(p.id), '') AS plan_id
RETURN t.id AS task_id, place_id AS place_id, t.start AS start, t.due_dates AS due_dates,
  issued_on AS issued_on, plan_id AS plan_id, document_id AS document_id
ORDER BY place_id, task_id
