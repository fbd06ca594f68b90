// The passages that state tasks, in the words of the file, by task, the standing passage first.
// param: tasks list[str]  ids of tasks
// returns: task_id str
// returns: passage_id str
// returns: standing bool  whether its words stand for the task
// returns: path str
// returns: line int  from 1; 0 where the format has no lines
// returns: end_line int
// returns: page int
// returns: sheet str
// returns: paragraph int
// returns: table_no int
// returns: row_no int
// returns: column_no int
// returns: heading str  the words of the heading above, "" where the format tells none
// returns: element str  the path of the element of markup, "" in a format without
// returns: quote str  the words of the file, never shortened
// key: task_id, passage_id
UNWIND $tasks AS wanted
MATCH (t:Task)
WHERE t.id = wanted
WITH DISTINCT t
OPTIONAL MATCH (t)-[:STATED_IN]->(s:Passage)<-[:HAS]-(f:File)
UNWIND f.paths AS place
WITH t.id AS task_id, s.id AS passage_id, s.id = t.standing AS standing, min(place) AS path, s.line AS line,
  s.end_line AS end_line, s.page AS page, s.sheet AS sheet, s.paragraph AS paragraph, s.table_no AS table_no,
  s.row_no AS row_no, s.column_no AS column_no, s.heading AS heading, s.element AS element, s.quote AS quote
RETURN task_id AS task_id, passage_id AS passage_id, standing AS standing, path AS path, line AS line,
  end_line AS end_line, page AS page, sheet AS sheet, paragraph AS paragraph, table_no AS table_no, row_no AS row_no,
  column_no AS column_no, heading AS heading, element AS element, quote AS quote
ORDER BY task_id, standing DESC, path, line, passage_id
