// param: within places?  only tasks of papers of this place or of a place inside it
// returns: task_id str
// returns: title str
// returns: field str  the column of tasks in which they differ (due_text for deadlines)
// returns: values list[str]  what each passage says
// returns: sources sources  path:line of each passage, beside its value, the standing one first
// returns: plan_title str
// returns: document str
// returns: place str
// returns: passage_id str
// returns: other_passage_id str
// key: task_id, passage_id, other_passage_id, field
OPTIONAL MATCH (a)<-[:HAS]-(:File)-[:COPY_OF]->(d:Document)
WITH t, a, b, field, values, d
WHERE NOT t.replaced AND (size($within) = 0 OR EXISTS {
  MATCH (d)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
})
OPTIONAL MATCH (p:Plan)-[:SETS]->(t)
OPTIONAL MATCH (d)-[:LOCATED_IN]->(home:Place)
WITH d, p, t, a, b, field, values, coalesce(min(home.name), '') AS place
RETURN t.id AS task_id, t.title AS title, field AS field, values AS values, [a.id, b.id] AS sources,
  coalesce(p.title, '') AS plan_title, CASE WHEN d.title = '' THEN d.number ELSE d.title END AS document,
  place AS place, a.id AS passage_id, b.id AS other_passage_id
ORDER BY document, task_id, field, passage_id, other_passage_id
