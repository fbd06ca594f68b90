// The tasks of these ids, by paper and plan, in the order of the plan.
// param: tasks list[str]  ids of tasks, some hundred at a time
// then: tasks/columns
UNWIND $tasks AS wanted
MATCH (t:Task)
WHERE t.id = wanted
WITH DISTINCT t
