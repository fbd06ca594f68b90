// The ids of the tasks of papers without a place whose units lie in a place or in one inside it, by id.
// param: within places  the place
// then: ids/alone
MATCH (above:Place)
WHERE above.id IN $within
WITH above
MATCH (above)<-[:PART_OF*0..4]-(:Place)<-[:LOCATED_IN]-(who:Unit)
WITH DISTINCT who
MATCH (who)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task)
WITH DISTINCT t
MATCH (d:Document)<-[:COPY_OF]-(:File)-[:HAS]->(:Passage)<-[:STATED_IN]-(t)
WHERE NOT EXISTS { MATCH (d)-[:LOCATED_IN]->(:Place) }
