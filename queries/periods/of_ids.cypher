// Periods of places, by place and time.
// param: places places  periods of places
// then: periods/columns
MATCH (p:Place)
WHERE p.id IN $places
WITH p
