// Where the places below some places went when they left them, a row a place below, by the place and name.
// param: places places  periods of places
// returns: from_id str  of these
// returns: village_id str  what the periods of a place below share
// returns: name str  of the place below
// returns: to_id str  the place below which it then lay, "" where it was never told to leave
// returns: to_name str
// key: from_id, village_id, to_id
MATCH (t:Place)<-[:PART_OF]-(v:Place)
WHERE t.id IN $places
WITH t, v
OPTIONAL MATCH (v)-[r:CHANGED_BY]->(e:ChangeEvent)-[s:RESULTED_IN]->(w:Place)
WHERE e.status <> 'proposed' AND r.share <> 'part' AND s.role <> 'receives'
  AND (r.role <> 'moved' OR w.lasting_id = v.lasting_id)
OPTIONAL MATCH (w)-[:PART_OF]->(u:Place)
WITH t, v, w, u
WHERE u.lasting_id <> t.lasting_id
  OR (w.id IS NULL AND NOT EXISTS { MATCH (v)-[:CHANGED_BY]->(e:ChangeEvent) WHERE e.status <> 'proposed' })
RETURN DISTINCT t.id AS from_id, v.lasting_id AS village_id, v.name AS name, coalesce(u.id, '') AS to_id,
  coalesce(u.name, '') AS to_name
ORDER BY from_id, name, village_id, to_name, to_id
