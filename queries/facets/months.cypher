// Months in which some tasks have deadlines, each with the number of these tasks, the earliest first.
// param: tasks list[str]  ids of tasks, some hundred at a time
// returns: id str  2021-12
// returns: tasks int
// key: id
// row: CountedId
UNWIND $tasks AS wanted
MATCH (t:Task)
WHERE t.id = wanted
WITH DISTINCT t
UNWIND t.due_dates AS day
WITH DISTINCT t, left(day, 7) AS month
RETURN month AS id, count(t) AS tasks
ORDER BY id
