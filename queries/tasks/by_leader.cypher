// All tasks that a leader answers for, by paper and plan, in the order of the plan.
// param: leader name  name, other spelling or id of the leader
// then: tasks/within, tasks/columns
MATCH (who:Person)-[:OVERSEES]->(t:Task)
WHERE who.name = $leader OR $leader IN who.aliases OR who.id = $leader
WITH DISTINCT t
