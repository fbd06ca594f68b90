// All changes of places, with what went in and what came out, by place and date.
// param: within places?  only changes of places inside this place
// returns: change_id str
// returns: kind str  merge, absorb, rename, split, transfer, create, abolish
// returns: before list[str]  names of what went in, one that continues included
// returns: after list[str]  names of what came out
// returns: place str  the place above
// returns: stated_on str  the date as the words have it (EDTF), "" if none is stated
// returns: earliest date
// returns: latest date
// returns: status str  proposed, approved, done, stated
// returns: sources sources
// returns: decided_on date
// returns: number str
// returns: before_ids list[str]  periods of places, beside their names
// returns: before_roles list[str]  ends, continues, moved
// returns: before_shares list[str]  whole, part, unknown
// returns: after_ids list[str]
// returns: after_roles list[str]  created, continues, receives
// key: change_id
MATCH (e:ChangeEvent)
OPTIONAL MATCH (a:Place)-[r:CHANGED_BY]->(e)
WITH e, a, r ORDER BY a.name, a.id SKIP 0
WITH e, collect(a.name) AS before, collect(a.id) AS before_ids, collect(r.role) AS before_roles,
  collect(r.share) AS before_shares
OPTIONAL MATCH (e)-[r:RESULTED_IN]->(b:Place)
WITH e, before, before_ids, before_roles, before_shares, b, r ORDER BY b.name, b.id SKIP 0
WITH e, before, before_ids, before_roles, before_shares, collect(b.name) AS after, collect(b.id) AS after_ids,
  collect(r.role) AS after_roles, min(b.name) AS result
OPTIONAL MATCH (e)-[:CHANGED_BY|RESULTED_IN]-(x:Place)-[:PART_OF]->(home:Place)
WITH e, before, before_ids, before_roles, before_shares, after, after_ids, after_roles, result,
  coalesce(min(home.name), '') AS place
WHERE size($within) = 0 OR EXISTS {
  MATCH (e)-[:CHANGED_BY|RESULTED_IN]-(x:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
}
OPTIONAL MATCH (e)-[:STATED_IN]->(s:Passage)
WITH e, before, before_ids, before_roles, before_shares, after, after_ids, after_roles, result, place, s
  ORDER BY s.start_char, s.id SKIP 0
WITH e, before, before_ids, before_roles, before_shares, after, after_ids, after_roles, result, place,
  collect(s.id) AS sources
RETURN e.id AS change_id, e.kind AS kind, before AS before, after AS after, place AS place,
  e.stated_on AS stated_on, e.earliest AS earliest, e.latest AS latest, e.status AS status, sources AS sources,
  e.decided_on AS decided_on, e.number AS number, before_ids AS before_ids, before_roles AS before_roles,
  before_shares AS before_shares, after_ids AS after_ids, after_roles AS after_roles
ORDER BY place, latest, result, change_id
