// The ids of the tasks in which a unit leads, is responsible or supports, by id.
// param: unit units  the unit
// then: ids/alone
UNWIND $unit AS wanted
MATCH (who:Unit)
WHERE who.id = wanted
WITH DISTINCT who
MATCH (who)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task)
