// All tasks that a leader answers for, by paper and plan, in the order of the plan.
// param: leader leaders  the leader
// then: tasks/within, tasks/columns
UNWIND $leader AS wanted
MATCH (who:Person)
WHERE who.id = wanted
WITH DISTINCT who
MATCH (who)-[:OVERSEES]->(t:Task)
WITH DISTINCT t
