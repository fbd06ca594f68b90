// Where passages stand: file and place in it, by file and place.
// param: passages list[str]  ids of passages
// returns: passage_id str
// returns: path str  the first path of the file
// returns: line int  from 1; 0 where the format has no lines
// returns: end_line int
// returns: page int
// returns: sheet str
// returns: paragraph int
// returns: table_no int
// returns: row_no int
// key: passage_id
UNWIND $passages AS wanted
MATCH (f:File)-[:HAS]->(s:Passage {id: wanted})
UNWIND f.paths AS path
WITH s, min(path) AS path
RETURN s.id AS passage_id, path AS path, s.line AS line, s.end_line AS end_line, s.page AS page, s.sheet AS sheet,
  s.paragraph AS paragraph, s.table_no AS table_no, s.row_no AS row_no
ORDER BY path, line, passage_id
