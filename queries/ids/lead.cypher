// The ids of the tasks in which a unit leads, by id.
// param: unit name?  name, other spelling or id of the unit; any unit where it is left out
// then: ids/alone
MATCH (who:Unit)-[:LEADS]->(t:Task)
WHERE $unit = '' OR who.name = $unit OR $unit IN who.aliases OR who.id = $unit
