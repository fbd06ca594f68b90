// All periods of the places to which some periods belong, each with the time in which it existed, by place above and name.
// param: places places  periods of places
// then: places/times
MATCH (one:Place)
WHERE one.id IN $places
WITH collect(DISTINCT one.lasting_id) AS lasting
MATCH (p:Place)
WHERE p.lasting_id IN lasting
WITH p
