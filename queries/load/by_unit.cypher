// What each unit has to do: a row a unit and task, with the roles and the days that a load is computed from.
// param: within places?  only units of this place or of a place inside it
// returns: unit_id str
// returns: name str
// returns: kind str  body, group (各村) or steering (领导小组)
// returns: level str
// returns: place_id str
// returns: place str
// returns: task_id str
// returns: title str
// returns: leads bool
// returns: responsible bool
// returns: supports bool
// returns: start date  as stated
// returns: due_dates list[str]  deadlines and milestones, ISO days
// returns: issued_on date  of the paper
// returns: plan_id str
// returns: document_id str
// key: unit_id, task_id
MATCH (u:Unit)
WHERE size($within) = 0 OR EXISTS {
  MATCH (u)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
}
WITH u
OPTIONAL MATCH (u)-[:LOCATED_IN]->(home:Place)
WITH u, coalesce(min(home.id), '') AS place_id, coalesce(min(home.name), '') AS place
OPTIONAL MATCH (u)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task)
WITH DISTINCT u, t, place_id, place
WHERE t.id IS NOT NULL AND NOT t.replaced
OPTIONAL MATCH (p:Plan)-[:SETS]->(t)
OPTIONAL MATCH (t)-[:STATED_IN]->(:Passage)<-[:HAS]-(:File)-[:COPY_OF]->(d:Document)
WITH u, t, place_id, place, coalesce(min(p.id), '') AS plan_id, min(d.id) AS document_id,
  min(d.issued_on) AS issued_on
RETURN u.id AS unit_id, u.name AS name, u.kind AS kind, u.level AS level, place_id AS place_id,
  place AS place, t.id AS task_id, t.title AS title,
  EXISTS { MATCH (u)-[:LEADS]->(t) } AS leads,
  EXISTS { MATCH (u)-[:RESPONSIBLE_FOR]->(t) } AS responsible,
  EXISTS { MATCH (u)-[:SUPPORTS]->(t) } AS supports,
  t.start AS start, t.due_dates AS due_dates, issued_on AS issued_on, plan_id AS plan_id,
  document_id AS document_id
ORDER BY place, name, unit_id, task_id
