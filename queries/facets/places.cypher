// Places that tasks concern, each with the number of its tasks among some, by id.
// then: facets/counted
UNWIND $tasks AS wanted
MATCH (t:Task)
WHERE t.id = wanted
WITH DISTINCT t
MATCH (t)-[:CONCERNS]->(n:Place)
WITH DISTINCT t, n
