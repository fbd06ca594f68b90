// returns: task_id str
// returns: number str  as written (（一）, 1)
// returns: title str
// returns: content str
// returns: category str
// returns: plan str  id of the plan, "" where the paper has none for it
// returns: plan_title str
// returns: document str  title of the paper, its number where it has no title
// returns: place str  the place that the paper speaks for, else (in a collection of papers) that of the units
// returns: lead_units list[str]  牵头单位
// returns: responsible_units list[str]  责任单位
// returns: supporting_units list[str]  配合单位
// returns: leaders list[str]  责任领导, all of them
// returns: lead_leaders list[str]  牵头领导, those of them who lead
// returns: leader_roles list[str]  roles instead of names (分管副镇长)
// returns: due_text str  the deadline as written
// returns: due date  the last deadline
// returns: start date
// returns: ongoing bool
// returns: sources sources  path:line, the standing one first
// returns: due_dates list[str]  all deadlines and milestones, ISO days
// returns: due_kind str  point, interval, recurring, ongoing, relative, masked, unreadable
// returns: issued_on date  when the paper was issued
// returns: in_table bool  whether a row of a table states it
// returns: document_id str
// returns: replaced bool  whether another edition or paper has taken the place of what sets it
// returns: replaced_on date  when that was issued
// returns: corrected list[str]  columns that a person put right (人工更正); task, one_task, two_tasks for the task itself
// returns: as_read list[str]  what the file says, beside each of these
// returns: corrected_by list[str]  the id of the correction, beside each of these
// key: task_id
OPTIONAL MATCH (t)-[:STATED_IN]->(:Passage)<-[:HAS]-(:File)-[:COPY_OF]->(d:Document)
WITH DISTINCT t, d
OPTIONAL MATCH (p:Plan)-[:SETS]->(t)
OPTIONAL MATCH (d)-[:LOCATED_IN]->(home:Place)
OPTIONAL MATCH (u:Unit)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t)
OPTIONAL MATCH (u)-[:LOCATED_IN]->(there:Place)
WHERE there.name <> u.name
WITH t, p, d, coalesce(min(home.name), min(there.name), '') AS place
OPTIONAL MATCH (u:Unit)-[r:LEADS]->(t)
WITH t, p, d, place, u, r ORDER BY r.position, u.id SKIP 0
WITH t, p, d, place, collect(u.name) AS lead_units
OPTIONAL MATCH (u:Unit)-[r:RESPONSIBLE_FOR]->(t)
WITH t, p, d, place, lead_units, u, r ORDER BY r.position, u.id SKIP 0
WITH t, p, d, place, lead_units, collect(u.name) AS responsible_units
OPTIONAL MATCH (u:Unit)-[r:SUPPORTS]->(t)
WITH t, p, d, place, lead_units, responsible_units, u, r ORDER BY r.position, u.id SKIP 0
WITH t, p, d, place, lead_units, responsible_units, collect(u.name) AS supporting_units
OPTIONAL MATCH (x:Person)-[r:OVERSEES]->(t)
WITH t, p, d, place, lead_units, responsible_units, supporting_units, x, r ORDER BY r.position, x.id SKIP 0
WITH t, p, d, place, lead_units, responsible_units, supporting_units,
  collect(x.name) AS leaders, collect(CASE WHEN r.lead THEN x.name END) AS lead_leaders
OPTIONAL MATCH (t)-[:STATED_IN]->(s:Passage)<-[:HAS]-(f:File)
UNWIND f.paths AS path
WITH t, p, d, place, lead_units, responsible_units, supporting_units, leaders, lead_leaders, s.id AS passage,
  s.id = t.standing AS standing, s.start_char AS start_char, s.table_no AS table_no, min(path) AS path
  ORDER BY CASE WHEN standing THEN 0 ELSE 1 END, path, start_char, passage SKIP 0
WITH t, p, d, place, lead_units, responsible_units, supporting_units, leaders, lead_leaders,
  collect(passage) AS sources, min(CASE WHEN standing THEN start_char END) AS first,
  coalesce(max(CASE WHEN standing THEN table_no END), 0) AS table_no
RETURN t.id AS task_id, t.number AS number, t.title AS title, t.content AS content, t.category AS category,
  coalesce(p.id, '') AS plan, coalesce(p.title, '') AS plan_title,
  CASE WHEN d.title = '' THEN d.number ELSE d.title END AS document, place AS place,
  lead_units AS lead_units, responsible_units AS responsible_units,
  supporting_units AS supporting_units, leaders AS leaders, lead_leaders AS lead_leaders,
  t.leader_roles AS leader_roles, t.due_text AS due_text, t.due AS due, t.start AS start, t.ongoing AS ongoing,
  sources AS sources, t.due_dates AS due_dates, t.due_kind AS due_kind, d.issued_on AS issued_on,
  table_no > 0 AS in_table, d.id AS document_id,
  t.replaced AS replaced, t.replaced_on AS replaced_on,
  t.corrected AS corrected, t.as_read AS as_read, t.corrected_by AS corrected_by
ORDER BY document, document_id, p.ordinal, first, task_id
