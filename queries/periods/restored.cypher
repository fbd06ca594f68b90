// The last periods of places that were set up again later.
// returns: place_id str
// key: place_id
// row: RestoredPeriod
MATCH (e:ChangeEvent)-[s:RESULTED_IN]->(b:Place)
WHERE s.restores <> ''
RETURN DISTINCT s.restores AS place_id
ORDER BY place_id
