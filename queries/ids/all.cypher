// The ids of all tasks, by paper and plan, in the order of the plan.
// then: ids/order
MATCH (t:Task)
WITH t
