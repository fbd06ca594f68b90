// These places and all that they lie in, each with the one above it, by id: the steps of the way to a place.
// param: places places  periods of places
// returns: place_id str
// returns: name str
// returns: above_id str  the place above, "" where none is known
// key: place_id
// row: WayStep
MATCH (p:Place)-[:PART_OF*0..4]->(n:Place)
WHERE p.id IN $places
WITH DISTINCT n
OPTIONAL MATCH (n)-[:PART_OF]->(home:Place)
WITH n, coalesce(min(home.id), '') AS above_id
RETURN n.id AS place_id, n.name AS name, above_id AS above_id
ORDER BY place_id
