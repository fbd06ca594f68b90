// What periods of places became, one change on, but for what is only proposed: a row a period, a change and the next.
// param: places places  periods of places
// then: periods/links
MATCH (a:Place)-[r:CHANGED_BY]->(e:ChangeEvent)
WHERE a.id IN $places
OPTIONAL MATCH (e)-[s:RESULTED_IN]->(b:Place)
WITH a, r, e, s, b
WHERE e.status <> 'proposed' AND (b.id IS NULL OR size(r.into) = 0 OR b.id IN r.into)
