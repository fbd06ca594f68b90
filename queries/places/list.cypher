// All periods of places, each with the time in which it existed, by the place above and name.
// param: within places?  only places inside this place, itself included
// param: places places?  only these periods
// then: places/times
MATCH (p:Place)
WHERE (size($places) = 0 OR p.id IN $places) AND (size($within) = 0 OR EXISTS {
  MATCH (p)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
})
