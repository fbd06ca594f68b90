// Units by id with the number of their tasks in each role, by place, those with most tasks first.
// param: unit units  the units
// then: units/columns
UNWIND $unit AS wanted
MATCH (u:Unit)
WHERE u.id = wanted
WITH DISTINCT u
