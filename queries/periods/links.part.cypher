// returns: old_id str  "" where nothing is told of what was before
// returns: new_id str  "" where nothing is told of what came after
// returns: change_id str
// returns: kind str
// returns: stated_on str
// returns: earliest date
// returns: latest date
// returns: status str
// returns: old_role str
// returns: new_role str
// returns: share str  whole, part, unknown
// returns: part str
// returns: exact bool  the change says of each place which it became
// returns: restores str  the last period of the place that is set up again
// returns: old_passages list[str]  what tells of the one before
// returns: new_passages list[str]  what tells of the one after
// key: change_id, old_id, new_id
// row: PeriodLink
RETURN coalesce(a.id, '') AS old_id, coalesce(b.id, '') AS new_id, e.id AS change_id, e.kind AS kind,
  e.stated_on AS stated_on, e.earliest AS earliest, e.latest AS latest, e.status AS status,
  coalesce(r.role, '') AS old_role, coalesce(s.role, '') AS new_role,
  CASE WHEN a.id IS NULL THEN '' WHEN b.id IN r.into_part THEN 'part' ELSE r.share END AS share,
  coalesce(r.part, '') AS part, coalesce(size(r.into) > 0, false) AS exact, coalesce(s.restores, '') AS restores,
  coalesce(r.sources, ['']) AS old_passages, coalesce(s.sources, ['']) AS new_passages
ORDER BY latest, change_id, old_id, new_id
