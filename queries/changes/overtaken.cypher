// Changes that were only proposed, each with the change that ended one of its places otherwise, by both.
// returns: change_id str  what was proposed
// returns: by_id str  what was done
// returns: name str  of the place that ended
// key: change_id, by_id, name
MATCH (e:ChangeEvent)<-[:CHANGED_BY]-(p:Place)-[r:CHANGED_BY]->(done:ChangeEvent)
WHERE e.status = 'proposed' AND done.status <> 'proposed' AND r.role <> 'continues'
RETURN DISTINCT e.id AS change_id, done.id AS by_id, p.name AS name
ORDER BY change_id, by_id, name
