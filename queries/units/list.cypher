// All units with the number of their tasks in each role, by place, those with most tasks first.
// param: within places?  only units of this place or of a place inside it
// param: kind str? of body|group|steering  only units of this kind
// param: named units?  only these
// param: replaced bool?  also tasks of papers and editions whose place another has taken
// param: as_of date?  tasks of what was issued by this day and not yet replaced then
// then: units/columns
MATCH (u:Unit)
WHERE ($kind = '' OR u.kind = $kind) AND (size($named) = 0 OR u.id IN $named)
  AND (size($within) = 0 OR EXISTS {
  MATCH (u)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
})
