// returns: task_id str
// key: task_id
RETURN DISTINCT t.id AS task_id
ORDER BY task_id
