// The ids of the tasks that concern a place, by id.
// param: place places  the place, a village for example
// then: ids/alone
MATCH (t:Task)-[:CONCERNS]->(there:Place)
WHERE there.id IN $place
