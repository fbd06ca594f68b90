// returns: task_id str
// key: task_id
// row: TaskId
RETURN DISTINCT t.id AS task_id
ORDER BY task_id
