// The same ids of tasks, by paper and plan, in the order of the plan.
// param: tasks list[str]  ids of tasks
// then: ids/order
UNWIND $tasks AS wanted
MATCH (t:Task)
WHERE t.id = wanted
WITH DISTINCT t
