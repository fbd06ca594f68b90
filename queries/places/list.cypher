// All periods of places, each with the time in which it existed, by the place above and name.
// param: within name?  only places inside this place, itself included
// param: places list[str]?  only these: ids or names
// then: places/times
MATCH (p:Place)
WHERE (size($places) = 0 OR p.id IN $places OR p.name IN $places) AND ($within = '' OR EXISTS {
  MATCH (p)-[:PART_OF*0..4]->(above:Place)
  WHERE above.name = $within OR above.id = $within
})
