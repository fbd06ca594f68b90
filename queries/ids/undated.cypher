// The ids of the tasks without any day for a deadline, by id.
// then: ids/alone
MATCH (t:Task)
WHERE size(t.due_dates) = 0
