// What came out of changes, those that are only proposed too: a row a change and a period after it, by their ids.
// returns: change_id str
// returns: new_id str
// returns: new_role str
// returns: restores str  the last period of the place that is set up again
// returns: passages list[str]  what tells of it
// key: change_id, new_id
// row: PeriodAfter
MATCH (e:ChangeEvent)-[r:RESULTED_IN]->(b:Place)
RETURN e.id AS change_id, b.id AS new_id, r.role AS new_role, r.restores AS restores, r.sources AS passages
ORDER BY change_id, new_id
