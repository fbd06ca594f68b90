// All tasks that a leader answers for, by paper and plan, in the order of the plan.
// param: leader leaders  the leader
// then: tasks/within, tasks/columns
MATCH (who:Person)-[:OVERSEES]->(t:Task)
WHERE who.id IN $leader
WITH DISTINCT t
