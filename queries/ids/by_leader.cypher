// The ids of the tasks that a leader answers for, by id.
// param: leader leaders  the leader
// param: lead bool?  only those in which the leader leads
// then: ids/alone
UNWIND $leader AS wanted
MATCH (who:Person)
WHERE who.id = wanted
WITH DISTINCT who
MATCH (who)-[o:OVERSEES]->(t:Task)
WHERE o.lead OR NOT $lead
