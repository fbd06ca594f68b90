// What went into changes, those that are only proposed too: a row a change and a period before it, by their ids.
// returns: change_id str
// returns: old_id str
// returns: old_role str
// returns: share str  whole, part, unknown
// returns: part str
// returns: into list[str]  the periods that it became, where the change says of each place which it became
// returns: into_part list[str]  those of them that only a part joins
// returns: passages list[str]  what tells of it
// key: change_id, old_id
// row: PeriodBefore
MATCH (a:Place)-[r:CHANGED_BY]->(e:ChangeEvent)
RETURN e.id AS change_id, a.id AS old_id, r.role AS old_role, r.share AS share, r.part AS part, r.into AS into,
  r.into_part AS into_part, r.sources AS passages
ORDER BY change_id, old_id
