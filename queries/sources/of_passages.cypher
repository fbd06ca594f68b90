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
// returns: column_no int
// key: passage_id
UNWIND $passages AS wanted
MATCH (s:Passage)
WHERE s.id = wanted
WITH DISTINCT s
OPTIONAL MATCH (f:File)-[:HAS]->(s)
UNWIND f.paths AS place
WITH s.id AS passage_id, min(place) AS path, s.line AS line, s.end_line AS end_line, s.page AS page,
  s.sheet AS sheet, s.paragraph AS paragraph, s.table_no AS table_no, s.row_no AS row_no, s.column_no AS column_no
RETURN passage_id AS passage_id, path AS path, line AS line, end_line AS end_line, page AS page, sheet AS sheet,
  paragraph AS paragraph, table_no AS table_no, row_no AS row_no, column_no AS column_no
ORDER BY path, line, passage_id
