// All steps from one period of a place to the next, but for what is only proposed.
// then: periods/links
MATCH (a:Place)-[r:CHANGED_BY]->(e:ChangeEvent)-[s:RESULTED_IN]->(b:Place)
WITH a, r, e, s, b
WHERE e.status <> 'proposed' AND (size(r.into) = 0 OR b.id IN r.into)
