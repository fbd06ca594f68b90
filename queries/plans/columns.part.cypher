// returns: plan_id str
// returns: ordinal int  its place in the paper, from 1
// returns: title str
// returns: document str  title of the paper, its number where it has no title
// returns: place str  the place that the paper speaks for, else (in a collection of papers) that of the units
// returns: tasks int
// returns: body bool  false where the plan is only listed
// returns: document_id str
// returns: sources sources
// returns: replaced bool  whether another paper has taken the place of its paper
// key: plan_id
OPTIONAL MATCH (d)-[:LOCATED_IN]->(home:Place)
WITH p, d, min(home.name) AS home_name
OPTIONAL MATCH (p)-[:SETS]->(t:Task)
WHERE (($as_of = '' AND ($replaced OR NOT t.replaced))
    OR ($as_of <> '' AND t.set_on <= $as_of AND (NOT t.replaced OR t.replaced_on > $as_of)))
OPTIONAL MATCH (u:Unit)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t)
OPTIONAL MATCH (u)-[:LOCATED_IN]->(there:Place)
WHERE there.name <> u.name
WITH p, d, home_name, min(there.name) AS there_name, count(DISTINCT t.id) AS tasks
OPTIONAL MATCH (p)-[:STATED_IN]->(s:Passage)
WITH p, d, home_name, there_name, tasks, s ORDER BY s.start_char, s.id SKIP 0
WITH p, d, coalesce(home_name, there_name, '') AS place, tasks, collect(s.id) AS sources
RETURN p.id AS plan_id, p.ordinal AS ordinal, p.title AS title,
  CASE WHEN d.title = '' THEN d.number ELSE d.title END AS document, place AS place, tasks AS tasks,
  p.body AS body, d.id AS document_id, sources AS sources,
  d.replaced AS replaced
ORDER BY document, document_id, ordinal, plan_id
