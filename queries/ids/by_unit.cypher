// The ids of the tasks in which a unit leads, is responsible or supports, by id.
// param: unit name  name, other spelling or id of the unit
// then: ids/alone
MATCH (who:Unit)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task)
WHERE who.name = $unit OR $unit IN who.aliases OR who.id = $unit
