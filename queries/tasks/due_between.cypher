// All tasks with a deadline or milestone between two days, both counted, by paper and plan, in the order of the plan.
// param: due_after date  the first day
// param: due_before date  the last day
// then: tasks/within, tasks/columns
MATCH (t:Task)
UNWIND t.due_dates AS day
WITH t, day
WHERE day >= $due_after AND day <= $due_before
WITH DISTINCT t
