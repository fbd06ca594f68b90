// All tasks with the days that tell when they are to be done, by place and task.
// param: within places?  only tasks of papers of this place or of a place inside it
// then: load/days
MATCH (d:Document)
WHERE size($within) = 0 OR EXISTS {
  MATCH (d)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
}
WITH d
OPTIONAL MATCH (d)<-[:COPY_OF]-(:File)-[:HAS]->(:Passage)<-[:STATED_IN]-(t:Task)
WITH DISTINCT t, d
WHERE t.id IS NOT NULL AND NOT t.replaced
