// What each unit has to do, a row a unit with the ids of its tasks in each role, by place and name.
// param: within places?  only units of this place or of a place inside it
// param: replaced bool?  also tasks of papers and editions whose place another has taken
// param: as_of date?  tasks of what was issued by this day and not yet replaced then
// returns: unit_id str
// returns: name str
// returns: kind str  body, group (各村) or steering (领导小组)
// returns: level str
// returns: place_id str
// returns: place str
// returns: leads list[str]  ids of tasks
// returns: responsible list[str]
// returns: supports list[str]
// key: unit_id
MATCH (u:Unit)
WHERE size($within) = 0 OR EXISTS {
  MATCH (u)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
}
WITH u
OPTIONAL MATCH (u)-[:LOCATED_IN]->(home:Place)
WITH u, coalesce(min(home.id), '') AS place_id, coalesce(min(home.name), '') AS place
OPTIONAL MATCH (u)-[:LEADS]->(t:Task)
WHERE (($as_of = '' AND ($replaced OR NOT t.replaced))
    OR ($as_of <> '' AND t.set_on <= $as_of AND (NOT t.replaced OR t.replaced_on > $as_of)))
WITH u, place_id, place, t.id AS task ORDER BY task SKIP 0
WITH u, place_id, place, collect(task) AS leads
OPTIONAL MATCH (u)-[:RESPONSIBLE_FOR]->(t:Task)
WHERE (($as_of = '' AND ($replaced OR NOT t.replaced))
    OR ($as_of <> '' AND t.set_on <= $as_of AND (NOT t.replaced OR t.replaced_on > $as_of)))
WITH u, place_id, place, leads, t.id AS task ORDER BY task SKIP 0
WITH u, place_id, place, leads, collect(task) AS responsible
OPTIONAL MATCH (u)-[:SUPPORTS]->(t:Task)
WHERE (($as_of = '' AND ($replaced OR NOT t.replaced))
    OR ($as_of <> '' AND t.set_on <= $as_of AND (NOT t.replaced OR t.replaced_on > $as_of)))
WITH u, place_id, place, leads, responsible, t.id AS task ORDER BY task SKIP 0
WITH u, place_id, place, leads, responsible, collect(task) AS supports
RETURN u.id AS unit_id, u.name AS name, u.kind AS kind, u.level AS level, place_id AS place_id, place AS place,
  leads AS leads, responsible AS responsible, supports AS supports
ORDER BY place, name, unit_id
