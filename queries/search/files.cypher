// Files whose path holds some words, with the paper that each is a copy of, by path.
// param: text name  a part of a path
// returns: document_id str
// returns: path str
// returns: title str  of the paper
// key: document_id, path
MATCH (f:File)-[:COPY_OF]->(d:Document)
UNWIND f.paths AS path
WITH d, path WHERE path CONTAINS $text
RETURN DISTINCT d.id AS document_id, path AS path, d.title AS title
ORDER BY path, document_id
