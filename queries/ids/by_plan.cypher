// The ids of the tasks of a plan, by id.
// param: plan plans  the plan
// then: ids/alone
MATCH (source:Plan)-[:SETS]->(t:Task)
WHERE source.id IN $plan
