// All plans with the number of tasks they set, by paper, in the order of the paper.
// param: within places?  only plans of papers of this place or of a place inside it
// param: named plans?  only these
// param: paper str?  only those of this paper, by id
// param: replaced bool?  also tasks of papers and editions whose place another has taken
// param: as_of date?  tasks of what was issued by this day and not yet replaced then
// then: plans/columns
MATCH (d:Document)-[:CONTAINS]->(p:Plan)
WHERE ($paper = '' OR d.id = $paper) AND (size($named) = 0 OR p.id IN $named)
WITH p, d
WHERE size($within) = 0 OR EXISTS {
  MATCH (d)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
} OR (NOT EXISTS { MATCH (d)-[:LOCATED_IN]->(:Place) } AND EXISTS {
  MATCH (p)-[:SETS]->(:Task)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(u:Unit),
    (u)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
})
