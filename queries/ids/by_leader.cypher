// The ids of the tasks that a leader answers for, by id.
// param: leader name  name, other spelling or id of the leader
// param: lead bool?  only those in which the leader leads
// then: ids/alone
MATCH (who:Person)-[o:OVERSEES]->(t:Task)
WHERE (who.name = $leader OR $leader IN who.aliases OR who.id = $leader) AND (o.lead OR NOT $lead)
