// What papers are called by: title, number, first file, by id.
// param: documents list[str]  ids of papers
// returns: document_id str
// returns: title str
// returns: number str
// returns: issued_on date
// returns: path str  the first path of its files
// key: document_id
// row: PaperNames
UNWIND $documents AS wanted
MATCH (d:Document)
WHERE d.id = wanted
WITH DISTINCT d
OPTIONAL MATCH (f:File)-[:COPY_OF]->(d)
UNWIND f.paths AS one
RETURN d.id AS document_id, d.title AS title, d.number AS number, d.issued_on AS issued_on, min(one) AS path
ORDER BY document_id
