// The ids of the tasks in which a unit is responsible, by id.
// param: unit units?  the unit; any unit where it is left out
// then: ids/alone
MATCH (who:Unit)-[:RESPONSIBLE_FOR]->(t:Task)
WHERE size($unit) = 0 OR who.id IN $unit
