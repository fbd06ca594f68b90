// param: within places?  only tasks of papers of this place or of a place inside it
MATCH (t)-[:STATED_IN]->(:Passage)<-[:HAS]-(:File)-[:COPY_OF]->(d:Document)
WITH DISTINCT t, d
WHERE size($within) = 0 OR EXISTS {
  MATCH (d)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
} OR (NOT EXISTS { MATCH (d)-[:LOCATED_IN]->(:Place) } AND EXISTS {
  MATCH (t)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(:Unit)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
})
WITH DISTINCT t
