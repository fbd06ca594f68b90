// Periods of places by id, each with the time in which it existed, by the place above and name.
// param: places places  the periods
// then: places/times
UNWIND $places AS wanted
MATCH (p:Place)
WHERE p.id = wanted
WITH DISTINCT p
