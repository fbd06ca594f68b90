// What periods of places came out of, one change back, but for what is only proposed: a row a period and the one before.
// param: places places  periods of places
// then: periods/links
MATCH (e:ChangeEvent)-[s:RESULTED_IN]->(b:Place)
WHERE b.id IN $places
OPTIONAL MATCH (a:Place)-[r:CHANGED_BY]->(e)
WITH a, r, e, s, b
WHERE e.status <> 'proposed' AND (a.id IS NULL OR size(r.into) = 0 OR b.id IN r.into)
