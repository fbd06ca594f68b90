// All tasks that concern a place, by paper and plan, in the order of the plan.
// param: place name  name or id of the place, a village for example
// then: tasks/within, tasks/columns
MATCH (t:Task)-[:CONCERNS]->(there:Place)
WHERE there.name = $place OR there.id = $place
WITH DISTINCT t
