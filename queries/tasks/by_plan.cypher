// All tasks of a plan, by paper and plan, in the order of the plan.
// param: plan str  title of the plan or a part of it, or its id
// then: tasks/within, tasks/columns
MATCH (source:Plan)-[:SETS]->(t:Task)
WHERE source.id = $plan OR source.title CONTAINS $plan
WITH DISTINCT t
