// What places became, one change on: a row a place, a change and a place after it, by place and date.
// param: places places  periods of places
// returns: from_id str
// returns: from_name str
// returns: from_lasting_id str  what the periods of one village share
// returns: from_role str  ends, continues, moved
// returns: share str  whole, part, unknown
// returns: part str  the words that describe a part
// returns: change_id str
// returns: kind str
// returns: stated_on str  the date as the words have it (EDTF)
// returns: earliest date
// returns: latest date
// returns: status str
// returns: place_id str  "" where the change states nothing that came after
// returns: name str
// returns: level str
// returns: lasting_id str
// returns: role str  created, continues, receives
// returns: sources sources
// key: from_id, change_id, place_id
// row: PlaceLink
MATCH (a:Place)-[r:CHANGED_BY]->(e:ChangeEvent)
WHERE a.id IN $places
OPTIONAL MATCH (e)-[s:RESULTED_IN]->(b:Place)
WHERE size(r.into) = 0 OR b.id IN r.into
OPTIONAL MATCH (e)-[:STATED_IN]->(said:Passage)
WITH a, r, e, s, b, said ORDER BY said.start_char, said.id SKIP 0
WITH a, r, e, s, b, collect(said.id) AS sources
RETURN a.id AS from_id, a.name AS from_name, a.lasting_id AS from_lasting_id, r.role AS from_role,
  CASE WHEN b.id IN r.into_part THEN 'part' ELSE r.share END AS share,
  r.part AS part, e.id AS change_id, e.kind AS kind, e.stated_on AS stated_on, e.earliest AS earliest,
  e.latest AS latest, e.status AS status, coalesce(b.id, '') AS place_id, coalesce(b.name, '') AS name,
  coalesce(b.level, '') AS level, coalesce(b.lasting_id, '') AS lasting_id, coalesce(s.role, '') AS role,
  sources AS sources
ORDER BY from_name, from_id, latest, change_id, name, place_id
