// The ids of the tasks of what was issued by a day and not yet replaced then, by id.
// param: as_of date  the day
// then: ids/alone
MATCH (t:Task)
WHERE t.set_on <= $as_of AND (NOT t.replaced OR t.replaced_on > $as_of)
