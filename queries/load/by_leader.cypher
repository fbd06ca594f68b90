// What each leader answers for: a row a person and task, with the days that a load is computed from.
// param: within places?  only persons of this place or of a place inside it
// returns: person_id str
// returns: name str
// returns: place_id str
// returns: place str
// returns: task_id str
// returns: title str
// returns: leads bool  牵头领导
// returns: start date  as stated
// returns: due_dates list[str]  deadlines and milestones, ISO days
// returns: issued_on date  of the paper
// returns: plan_id str
// returns: document_id str
// key: person_id, task_id
MATCH (x:Person)
WHERE size($within) = 0 OR EXISTS {
  MATCH (x)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
}
WITH x
OPTIONAL MATCH (x)-[:LOCATED_IN]->(home:Place)
WITH x, coalesce(min(home.id), '') AS place_id, coalesce(min(home.name), '') AS place
OPTIONAL MATCH (x)-[o:OVERSEES]->(t:Task)
WITH x, o, t, place_id, place
WHERE t.id IS NOT NULL AND NOT t.replaced
OPTIONAL MATCH (p:Plan)-[:SETS]->(t)
OPTIONAL MATCH (t)-[:STATED_IN]->(:Passage)<-[:HAS]-(:File)-[:COPY_OF]->(d:Document)
WITH x, o, t, place_id, place, coalesce(min(p.id), '') AS plan_id, min(d.id) AS document_id,
  min(d.issued_on) AS issued_on
RETURN x.id AS person_id, x.name AS name, place_id AS place_id, place AS place,
  t.id AS task_id, t.title AS title, o.lead AS leads, t.start AS start, t.due_dates AS due_dates,
  issued_on AS issued_on, plan_id AS plan_id, document_id AS document_id
ORDER BY place, name, person_id, task_id
