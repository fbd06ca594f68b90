// The ids of the tasks that concern a place, by id.
// param: place places  the place, a village for example
// then: ids/alone
UNWIND $place AS wanted
MATCH (there:Place)
WHERE there.id = wanted
WITH DISTINCT there
MATCH (there)<-[:CONCERNS]-(t:Task)
