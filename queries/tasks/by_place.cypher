// All tasks that concern a place, by paper and plan, in the order of the plan.
// param: place places  the place, a village for example
// then: tasks/within, tasks/columns
MATCH (t:Task)-[:CONCERNS]->(there:Place)
WHERE there.id IN $place
WITH DISTINCT t
