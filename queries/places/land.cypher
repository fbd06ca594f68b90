// The land of periods of places, told by pieces of places of old, by id.
// param: places places  periods of places
// returns: place_id str
// returns: land list[str]  `graph.places.land` says what a piece is; none where no change tells of the place
// key: place_id
// row: PlaceLand
UNWIND $places AS wanted
MATCH (p:Place)
WHERE p.id = wanted
WITH DISTINCT p
RETURN p.id AS place_id, p.land AS land
ORDER BY place_id
