// The places that periods of places lie in, where that is told, by id.
// returns: place_id str
// returns: above_id str  the place above
// key: place_id
// row: PeriodHome
MATCH (p:Place)-[:PART_OF]->(home:Place)
WITH p.id AS place_id, min(home.id) AS above_id
RETURN place_id AS place_id, above_id AS above_id
ORDER BY place_id
