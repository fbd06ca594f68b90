// The ids of the tasks in which a unit leads, is responsible or supports, by id.
// param: unit units  the unit
// then: ids/alone
MATCH (who:Unit)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task)
WHERE who.id IN $unit
