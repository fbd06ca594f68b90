// All tasks in which a unit leads, is responsible or supports, by paper and plan, in the order of the plan.
// param: unit units  the unit
// then: tasks/within, tasks/columns
UNWIND $unit AS wanted
MATCH (who:Unit)
WHERE who.id = wanted
WITH DISTINCT who
MATCH (who)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task)
WITH DISTINCT t
