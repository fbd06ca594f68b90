// The ids of the tasks with a deadline or milestone between two days, both counted, by id.
// param: due_after date? = 0001-01-01  the first day
// param: due_before date? = 9999-12-31  the last day
// then: ids/alone
MATCH (t:Task)
UNWIND t.due_dates AS day
WITH t, day
WHERE day >= $due_after AND day <= $due_before
