// Passages that hold some words, white space aside, with the place of each in its file, in the order of the papers.
// param: text name  the words
// param: limit int? = 40  at most so many rows
// returns: passage_id str
// returns: document_id str
// returns: title str  of the paper
// returns: path str
// returns: line int  from 1; 0 where the format has no lines
// returns: quote str
// key: passage_id, path
MATCH (d:Document)<-[:COPY_OF]-(f:File)-[:HAS]->(p:Passage)
WHERE replace(replace(replace(replace(p.quote, ' ', ''), '　', ''), '\t', ''), '\n', '') CONTAINS $text
WITH d, p, min(f.id) AS file_id
MATCH (f:File)
WHERE f.id = file_id
WITH d, p, f
UNWIND f.paths AS place
WITH d, p, min(place) AS path
RETURN p.id AS passage_id, d.id AS document_id, d.title AS title, path AS path, p.line AS line, p.quote AS quote
ORDER BY title, document_id, path, line, passage_id
LIMIT $limit
