// The ids of the tasks that concern a place, by id.
// param: place name  name or id of the place, a village for example
// then: ids/alone
MATCH (t:Task)-[:CONCERNS]->(there:Place)
WHERE there.name = $place OR there.id = $place
