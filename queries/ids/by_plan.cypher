// The ids of the tasks of a plan, by id.
// param: plan plans  the plan
// then: ids/alone
UNWIND $plan AS wanted
MATCH (source:Plan)
WHERE source.id = wanted
WITH DISTINCT source
MATCH (source)-[:SETS]->(t:Task)
