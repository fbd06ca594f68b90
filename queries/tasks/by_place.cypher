// All tasks that concern a place, by paper and plan, in the order of the plan.
// param: place places  the place, a village for example
// then: tasks/within, tasks/columns
UNWIND $place AS wanted
MATCH (there:Place)
WHERE there.id = wanted
WITH DISTINCT there
MATCH (there)<-[:CONCERNS]-(t:Task)
WITH DISTINCT t
