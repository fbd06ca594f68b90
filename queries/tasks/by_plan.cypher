// All tasks of a plan, by paper and plan, in the order of the plan.
// param: plan plans  the plan
// then: tasks/within, tasks/columns
UNWIND $plan AS wanted
MATCH (source:Plan)
WHERE source.id = wanted
WITH DISTINCT source
MATCH (source)-[:SETS]->(t:Task)
WITH DISTINCT t
