// Persons by id with the number of tasks that they answer for and the posts they hold, by place, those with most first.
// param: leader leaders  the persons
// param: replaced bool?  also tasks of papers and editions whose place another has taken
// param: as_of date?  tasks of what was issued by this day and not yet replaced then
// then: leaders/columns
UNWIND $leader AS wanted
MATCH (x:Person)
WHERE x.id = wanted
WITH DISTINCT x
