// What two passages of one task say differently, by paper, task and field.
// param: within name?  only tasks of papers of this place or of a place inside it
// returns: task_id str
// returns: title str
// returns: field str  the column of tasks in which they differ (due_text)
// returns: values list[str]  what each passage says
// returns: sources sources  path:line of each passage, beside its value
// returns: plan_title str
// returns: document str
// returns: place str
// returns: passage_id str
// returns: other_passage_id str
// key: task_id, passage_id, other_passage_id
MATCH (d:Document)-[:CONTAINS]->(p:Plan)-[:SETS]->(t:Task)-[:STATED_IN]->(a:Passage)-[c:CONFLICTS]->(b:Passage)
WHERE EXISTS { MATCH (t)-[:STATED_IN]->(b) } AND ($within = '' OR EXISTS {
  MATCH (d)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.name = $within OR above.id = $within
})
OPTIONAL MATCH (d)-[:LOCATED_IN]->(home:Place)
WITH d, p, t, a, c, b, min(home.name) AS place
RETURN t.id AS task_id, t.title AS title, c.field AS field, c.values AS values, [a.id, b.id] AS sources,
  p.title AS plan_title, CASE WHEN d.title = '' THEN d.number ELSE d.title END AS document,
  coalesce(place, '') AS place, a.id AS passage_id, b.id AS other_passage_id
ORDER BY document, task_id, field, passage_id, other_passage_id
