// What two passages of each of these changes of places say differently, by change and place in the file.
// param: changes list[str]  ids of changes
// returns: change_id str
// returns: values list[str]  what each passage says
// returns: sources sources  path:line of each passage, beside its value, the standing one first
// returns: passage_id str
// returns: other_passage_id str
// key: change_id, passage_id, other_passage_id
// row: ChangeConflict
MATCH (e:ChangeEvent)-[:STATED_IN]->(a:Passage)-[c:CONFLICTS]->(b:Passage)<-[:STATED_IN]-(also:ChangeEvent)
WHERE e.id IN $changes AND also.id = e.id
RETURN e.id AS change_id, c.values AS values, [a.id, b.id] AS sources, a.id AS passage_id, b.id AS other_passage_id
ORDER BY change_id, passage_id, other_passage_id
