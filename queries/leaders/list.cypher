// All persons with the number of tasks that they answer for and the posts they hold, by place, those with most first.
// param: within places?  only persons of this place or of a place inside it
// param: named leaders?  only these
// param: replaced bool?  also tasks of papers and editions whose place another has taken
// param: as_of date?  tasks of what was issued by this day and not yet replaced then
// then: leaders/columns
MATCH (x:Person)
WHERE (size($named) = 0 OR x.id IN $named) AND (size($within) = 0 OR EXISTS {
  MATCH (x)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
})
