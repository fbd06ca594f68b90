// The ids of the tasks of a plan, by id.
// param: plan str  title of the plan or a part of it, or its id
// then: ids/alone
MATCH (source:Plan)-[:SETS]->(t:Task)
WHERE source.id = $plan OR source.title CONTAINS $plan
