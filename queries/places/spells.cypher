// All periods of the places to which some periods belong, by place and time.
// param: places places  periods of places
// then: periods/columns
MATCH (one:Place)
WHERE one.id IN $places
WITH collect(DISTINCT one.lasting_id) AS lasting
MATCH (p:Place)
WHERE p.lasting_id IN lasting
WITH p
