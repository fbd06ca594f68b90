// Persons by id with the number of tasks that they answer for and the posts they hold, by place, those with most first.
// param: leader leaders  the persons
// then: leaders/columns
UNWIND $leader AS wanted
MATCH (x:Person)
WHERE x.id = wanted
WITH DISTINCT x
