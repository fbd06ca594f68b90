// The ids of the tasks of papers of a place or of a place inside it, by id.
// param: within places  the place
// then: ids/alone
MATCH (above:Place)
WHERE above.id IN $within
WITH above
MATCH (above)<-[:PART_OF*0..4]-(:Place)<-[:LOCATED_IN]-(d:Document)
WITH DISTINCT d
MATCH (d)<-[:COPY_OF]-(:File)-[:HAS]->(:Passage)<-[:STATED_IN]-(t:Task)
