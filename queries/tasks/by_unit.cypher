// All tasks in which a unit leads, is responsible or supports, by paper and plan, in the order of the plan.
// param: unit units  the unit
// then: tasks/within, tasks/columns
MATCH (who:Unit)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task)
WHERE who.id IN $unit
WITH DISTINCT t
