// Plans by id with the number of tasks they set, by paper, in the order of the paper.
// param: plan plans  the plans
// param: replaced bool?  also tasks of papers and editions whose place another has taken
// param: as_of date?  tasks of what was issued by this day and not yet replaced then
// then: plans/columns
UNWIND $plan AS wanted
MATCH (p:Plan)
WHERE p.id = wanted
WITH DISTINCT p
OPTIONAL MATCH (d:Document)-[:CONTAINS]->(p)
WITH p, d
WHERE d.id IS NOT NULL
