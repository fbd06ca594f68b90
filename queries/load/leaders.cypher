// What each leader answers for, a row a person with the ids of the tasks, by place and name.
// param: within places?  only persons of this place or of a place inside it
// param: replaced bool?  also tasks of papers and editions whose place another has taken
// param: as_of date?  tasks of what was issued by this day and not yet replaced then
// returns: person_id str
// returns: name str
// returns: place_id str
// returns: place str
// returns: leads list[str]  ids of the tasks in which they lead (牵头领导)
// returns: responsible list[str]  ids of the others
// key: person_id
MATCH (x:Person)
WHERE size($within) = 0 OR EXISTS {
  MATCH (x)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
}
WITH x
OPTIONAL MATCH (x)-[:LOCATED_IN]->(home:Place)
WITH x, coalesce(min(home.id), '') AS place_id, coalesce(min(home.name), '') AS place
OPTIONAL MATCH (x)-[o:OVERSEES]->(t:Task)
WHERE (($as_of = '' AND ($replaced OR NOT t.replaced))
    OR ($as_of <> '' AND t.set_on <= $as_of AND (NOT t.replaced OR t.replaced_on > $as_of)))
WITH x, place_id, place, o, t.id AS task ORDER BY task SKIP 0
WITH x, place_id, place, collect(CASE WHEN o.lead THEN task END) AS leads,
  collect(CASE WHEN NOT o.lead THEN task END) AS responsible
RETURN x.id AS person_id, x.name AS name, place_id AS place_id, place AS place,
  leads AS leads, responsible AS responsible
ORDER BY place, name, person_id
