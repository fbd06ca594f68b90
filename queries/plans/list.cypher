// All plans with the number of tasks they set, by paper, in the order of the paper.
// param: within name?  only plans of papers of this place or of a place inside it
// returns: plan_id str
// returns: ordinal int  its place in the paper, from 1
// returns: title str
// returns: document str  title of the paper, its number where it has no title
// returns: place str
// returns: tasks int
// returns: body bool  false where the plan is only listed
// returns: document_id str
// returns: sources sources
// key: plan_id
MATCH (d:Document)-[:CONTAINS]->(p:Plan)
WHERE $within = '' OR EXISTS {
  MATCH (d)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.name = $within OR above.id = $within
}
OPTIONAL MATCH (d)-[:LOCATED_IN]->(home:Place)
WITH p, d, coalesce(min(home.name), '') AS place
OPTIONAL MATCH (p)-[:SETS]->(t:Task)
WITH p, d, place, count(t.id) AS tasks
OPTIONAL MATCH (p)-[:STATED_IN]->(s:Passage)
WITH p, d, place, tasks, s ORDER BY s.start_char, s.id SKIP 0
WITH p, d, place, tasks, collect(s.id) AS sources
RETURN p.id AS plan_id, p.ordinal AS ordinal, p.title AS title,
  CASE WHEN d.title = '' THEN d.number ELSE d.title END AS document, place AS place, tasks AS tasks,
  p.body AS body, d.id AS document_id, sources AS sources
ORDER BY document, document_id, ordinal, plan_id
