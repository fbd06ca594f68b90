// How many papers, leaders, units and periods of places there are, and how many tasks the papers set, in one row.
// param: within places?  only those of this place or of a place inside it
// returns: documents int
// returns: leaders int
// returns: units int
// returns: places int
// returns: tasks int
// key: documents
MATCH (d:Document)
WHERE NOT d.replaced AND (size($within) = 0 OR EXISTS {
  MATCH (d)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
})
OPTIONAL MATCH (d)<-[:COPY_OF]-(:File)-[:HAS]->(:Passage)<-[:STATED_IN]-(t:Task)
WHERE NOT t.replaced
WITH count(DISTINCT d.id) AS documents, count(DISTINCT t.id) AS tasks
OPTIONAL MATCH (x:Person)
WHERE size($within) = 0 OR EXISTS {
  MATCH (x)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
}
WITH documents, tasks, count(x) AS leaders
OPTIONAL MATCH (u:Unit)
WHERE size($within) = 0 OR EXISTS {
  MATCH (u)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
}
WITH documents, tasks, leaders, count(u) AS units
OPTIONAL MATCH (p:Place)
WHERE size($within) = 0 OR EXISTS {
  MATCH (p)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
}
WITH documents, tasks, leaders, units, count(p) AS places
RETURN documents AS documents, leaders AS leaders, units AS units, places AS places, tasks AS tasks
ORDER BY documents
