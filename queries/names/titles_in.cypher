// The titles of tasks that a text holds as they are written, white space aside, the longest first.
// param: text name  the text, without white space
// returns: title str
// key: title
MATCH (t:Task)
WITH DISTINCT replace(replace(replace(replace(t.title, ' ', ''), '　', ''), '\t', ''), '\n', '') AS title
WHERE size(title) > 3 AND $text CONTAINS title
RETURN title AS title
ORDER BY size(title) DESC, title
