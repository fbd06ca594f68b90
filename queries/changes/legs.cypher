// Changes whole: a row for each place that went in and each that came out of it, by change and place.
// param: changes list[str]  ids of changes
// returns: change_id str
// returns: kind str
// returns: stated_on str  the date as the words have it (EDTF), "" if none is stated
// returns: earliest date
// returns: latest date
// returns: decided_on date
// returns: number str
// returns: status str  proposed, approved, done, stated
// returns: from_id str  "" where nothing is told of what was before
// returns: from_name str
// returns: from_code str
// returns: from_level str
// returns: from_place str  the place above
// returns: from_lasting_id str
// returns: from_role str  ends, continues, moved
// returns: share str  whole, part, unknown: of the place before
// returns: part str
// returns: to_id str  "" where nothing is told of what came after
// returns: to_name str
// returns: to_code str
// returns: to_level str
// returns: to_place str
// returns: to_lasting_id str
// returns: to_role str  created, continues, receives
// returns: sources sources
// key: change_id, from_id, to_id
// row: ChangeLeg
MATCH (e:ChangeEvent)
WHERE e.id IN $changes
OPTIONAL MATCH (e)-[s:RESULTED_IN]->(b:Place)
OPTIONAL MATCH (a:Place)-[r:CHANGED_BY]->(e)
WHERE b.id IS NULL OR size(r.into) = 0 OR b.id IN r.into
WITH e, a, r, s, b
OPTIONAL MATCH (a)-[:PART_OF]->(u:Place)
WITH e, a, r, s, b, coalesce(min(u.name), '') AS from_place
OPTIONAL MATCH (b)-[:PART_OF]->(v:Place)
WITH e, a, r, s, b, from_place, coalesce(min(v.name), '') AS to_place
OPTIONAL MATCH (e)-[:STATED_IN]->(said:Passage)
WHERE r IS NULL OR s IS NULL OR (said.id IN r.sources AND said.id IN s.sources)
WITH e, a, r, s, b, from_place, to_place, said ORDER BY said.start_char, said.id SKIP 0
WITH e, a, r, s, b, from_place, to_place, collect(said.id) AS sources
RETURN e.id AS change_id, e.kind AS kind, e.stated_on AS stated_on, e.earliest AS earliest, e.latest AS latest,
  e.decided_on AS decided_on, e.number AS number, e.status AS status, coalesce(a.id, '') AS from_id,
  coalesce(a.name, '') AS from_name, coalesce(a.code, '') AS from_code, coalesce(a.level, '') AS from_level,
  from_place AS from_place, coalesce(a.lasting_id, '') AS from_lasting_id, coalesce(r.role, '') AS from_role,
  CASE WHEN a.id IS NULL THEN '' WHEN b.id IN r.into_part THEN 'part' ELSE r.share END AS share,
  coalesce(r.part, '') AS part, coalesce(b.id, '') AS to_id, coalesce(b.name, '') AS to_name,
  coalesce(b.code, '') AS to_code, coalesce(b.level, '') AS to_level, to_place AS to_place,
  coalesce(b.lasting_id, '') AS to_lasting_id, coalesce(s.role, '') AS to_role, sources AS sources
ORDER BY change_id, from_name, from_code, from_id, to_name, to_code, to_id
