// param: replaced bool?  also tasks of papers and editions whose place another has taken
// returns: task_id str
// key: task_id
// row: TaskId
WITH DISTINCT t
WHERE $replaced OR NOT t.replaced
RETURN DISTINCT t.id AS task_id
ORDER BY task_id
