// All tasks of a plan, by paper and plan, in the order of the plan.
// param: plan plans  the plan
// then: tasks/within, tasks/columns
MATCH (source:Plan)-[:SETS]->(t:Task)
WHERE source.id IN $plan
WITH DISTINCT t
