// What leaders, units, places, plans and papers of some ids are called, by id.
// param: ids list[str]  ids of any of them
// returns: id str
// returns: name str  its name or title
// key: id
UNWIND $ids AS wanted
MATCH (n:Unit|Person|Place|Plan|Document)
WHERE n.id = wanted
WITH DISTINCT n
RETURN n.id AS id, coalesce(n.name, n.title) AS name
ORDER BY id
