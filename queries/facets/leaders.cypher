// Leaders, each with the number of its tasks among some, by id.
// param: lead bool?  only those that the leader leads
// then: facets/counted
UNWIND $tasks AS wanted
MATCH (t:Task)
WHERE t.id = wanted
WITH DISTINCT t
MATCH (n:Person)-[who:OVERSEES]->(t)
WHERE NOT $lead OR who.lead
WITH DISTINCT t, n
