// The ids of the tasks that a leader answers for, by id.
// param: leader leaders  the leader
// param: lead bool?  only those in which the leader leads
// then: ids/alone
MATCH (who:Person)-[o:OVERSEES]->(t:Task)
WHERE who.id IN $leader AND (o.lead OR NOT $lead)
