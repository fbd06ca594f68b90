// Units by id with the number of their tasks in each role, by place, those with most tasks first.
// param: unit units  the units
// param: replaced bool?  also tasks of papers and editions whose place another has taken
// param: as_of date?  tasks of what was issued by this day and not yet replaced then
// then: units/columns
UNWIND $unit AS wanted
MATCH (u:Unit)
WHERE u.id = wanted
WITH DISTINCT u
