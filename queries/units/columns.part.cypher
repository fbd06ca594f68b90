// returns: unit_id str
// returns: name str
// returns: aliases list[str]  spellings as written
// returns: kind str  body, group (各村) or steering (领导小组)
// returns: level str
// returns: place str
// returns: leads int  tasks in which it leads
// returns: responsible int
// returns: supports int
// returns: tasks int  tasks in any role, each once
// returns: place_id str
// key: unit_id
OPTIONAL MATCH (u)-[:LOCATED_IN]->(home:Place)
WITH u, coalesce(min(home.name), '') AS place, coalesce(min(home.id), '') AS place_id
OPTIONAL MATCH (u)-[:LEADS]->(t:Task)
WHERE (($as_of = '' AND ($replaced OR NOT t.replaced))
    OR ($as_of <> '' AND t.set_on <= $as_of AND (NOT t.replaced OR t.replaced_on > $as_of)))
WITH u, place, place_id, count(t.id) AS leads
OPTIONAL MATCH (u)-[:RESPONSIBLE_FOR]->(t:Task)
WHERE (($as_of = '' AND ($replaced OR NOT t.replaced))
    OR ($as_of <> '' AND t.set_on <= $as_of AND (NOT t.replaced OR t.replaced_on > $as_of)))
WITH u, place, place_id, leads, count(t.id) AS responsible
OPTIONAL MATCH (u)-[:SUPPORTS]->(t:Task)
WHERE (($as_of = '' AND ($replaced OR NOT t.replaced))
    OR ($as_of <> '' AND t.set_on <= $as_of AND (NOT t.replaced OR t.replaced_on > $as_of)))
WITH u, place, place_id, leads, responsible, count(t.id) AS supports
OPTIONAL MATCH (u)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task)
WHERE (($as_of = '' AND ($replaced OR NOT t.replaced))
    OR ($as_of <> '' AND t.set_on <= $as_of AND (NOT t.replaced OR t.replaced_on > $as_of)))
WITH u, place, place_id, leads, responsible, supports, count(DISTINCT t.id) AS tasks
RETURN u.id AS unit_id, u.name AS name, u.aliases AS aliases, u.kind AS kind, u.level AS level,
  place AS place, leads AS leads, responsible AS responsible, supports AS supports, tasks AS tasks,
  place_id AS place_id
ORDER BY place, tasks DESC, name, unit_id
