// All tasks in which a unit leads, is responsible or supports, by paper and plan, in the order of the plan.
// param: unit name  name, other spelling or id of the unit
// then: tasks/within, tasks/columns
MATCH (who:Unit)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task)
WHERE who.name = $unit OR $unit IN who.aliases OR who.id = $unit
WITH DISTINCT t
