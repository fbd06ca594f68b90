// The land of all periods of which it is told, by pieces of places of old, by id.
// returns: place_id str
// returns: land list[str]  `graph.places.land` says what a piece is
// key: place_id
// row: PlaceLand
MATCH (p:Place)
WHERE size(p.land) > 0
RETURN p.id AS place_id, p.land AS land
ORDER BY place_id
