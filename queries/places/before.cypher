// What places came out of, one change back: a row a place, a change and a place before it, by place and date.
// param: places places  periods of places
// returns: from_id str
// returns: from_name str
// returns: from_lasting_id str  what the periods of one village share
// returns: from_role str  created, continues, receives
// returns: share str  whole, part, unknown: of the place before
// returns: part str  the words that describe a part
// returns: change_id str
// returns: kind str
// returns: stated_on str  the date as the words have it (EDTF)
// returns: earliest date
// returns: latest date
// returns: status str
// returns: place_id str  "" where the change states nothing that was before
// returns: name str
// returns: level str
// returns: lasting_id str
// returns: role str  ends, continues, moved
// returns: sources sources
// key: from_id, change_id, place_id
// row: PlaceLink
MATCH (e:ChangeEvent)-[s:RESULTED_IN]->(b:Place)
WHERE b.id IN $places
OPTIONAL MATCH (a:Place)-[r:CHANGED_BY]->(e)
WHERE size(r.into) = 0 OR b.id IN r.into
OPTIONAL MATCH (e)-[:STATED_IN]->(said:Passage)
WITH a, r, e, s, b, said ORDER BY said.start_char, said.id SKIP 0
WITH a, r, e, s, b, collect(said.id) AS sources
RETURN b.id AS from_id, b.name AS from_name, b.lasting_id AS from_lasting_id, s.role AS from_role,
  CASE WHEN b.id IN r.into_part THEN 'part' ELSE coalesce(r.share, '') END AS share, coalesce(r.part, '') AS part, e.id AS change_id, e.kind AS kind,
  e.stated_on AS stated_on, e.earliest AS earliest, e.latest AS latest, e.status AS status,
  coalesce(a.id, '') AS place_id, coalesce(a.name, '') AS name, coalesce(a.level, '') AS level,
  coalesce(a.lasting_id, '') AS lasting_id, coalesce(r.role, '') AS role, sources AS sources
ORDER BY from_name, from_id, latest, change_id, name, place_id
