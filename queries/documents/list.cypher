// All papers with their files, plans and tasks, the latest first.
// param: within places?  only papers of this place or of a place inside it
// param: named name?  only those whose title, number or issuer holds this (also as read before a correction), or whose id it is
// param: readers str?  the digest of the readers in force, by which files are counted as stale
// returns: document_id str
// returns: title str
// returns: number str  文号
// returns: issuer str
// returns: issued_on date
// returns: place str
// returns: files list[str]  paths of the files that hold a copy
// returns: plans int
// returns: tasks int
// returns: place_id str
// returns: stale int  files that other readers have read and that wait to be read again
// returns: editions int  1 where all files say the same
// returns: open int  editions of which nobody has decided whether they stand (`decide edition`)
// returns: replaced bool  whether another paper has taken its place; its tasks are not counted then
// returns: replaced_on date  when that was issued
// returns: corrected list[str]  columns that a person put right (人工更正)
// returns: as_read list[str]  what the file says, beside each of these
// returns: corrected_by list[str]  the id of the correction, beside each of these
// key: document_id
MATCH (d:Document)
// The engine takes no parameter into a condition on the elements of a list.
WITH d, $named AS wanted
WHERE ($named = '' OR d.id = $named
  OR replace(replace(replace(replace(d.title, ' ', ''), '　', ''), '\t', ''), '\n', '') CONTAINS $named
  OR replace(replace(replace(replace(d.number, ' ', ''), '　', ''), '\t', ''), '\n', '') CONTAINS $named
  OR replace(replace(replace(replace(d.issuer, ' ', ''), '　', ''), '\t', ''), '\n', '') CONTAINS $named
  OR any(one IN d.as_read WHERE replace(replace(replace(replace(one, ' ', ''), '　', ''), '\t', ''), '\n', '') CONTAINS wanted))
AND (size($within) = 0 OR EXISTS {
  MATCH (d)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
})
OPTIONAL MATCH (d)-[:LOCATED_IN]->(home:Place)
WITH d, coalesce(min(home.name), '') AS place, coalesce(min(home.id), '') AS place_id
OPTIONAL MATCH (d)-[:CONTAINS]->(p:Plan)
WITH d, place, place_id, count(p.id) AS plans
OPTIONAL MATCH (d)<-[:COPY_OF]-(:File)-[:HAS]->(:Passage)<-[:STATED_IN]-(t:Task)
WHERE NOT t.replaced
WITH d, place, place_id, plans, count(DISTINCT t.id) AS tasks
MATCH (f:File)-[:COPY_OF]->(d)
UNWIND f.paths AS path
WITH d, place, place_id, plans, tasks, path, f ORDER BY path, d.id SKIP 0
WITH d, place, place_id, plans, tasks, collect(path) AS files,
  count(DISTINCT CASE WHEN $readers <> '' AND f.read_by <> $readers THEN f.id END) AS stale,
  count(DISTINCT f.edition) AS editions, count(DISTINCT CASE WHEN f.edition_state = 'open' THEN f.edition END) AS open
RETURN d.id AS document_id, d.title AS title, d.number AS number, d.issuer AS issuer, d.issued_on AS issued_on,
  place AS place, files AS files, plans AS plans, tasks AS tasks, place_id AS place_id, stale AS stale,
  editions AS editions, open AS open, d.replaced AS replaced, d.replaced_on AS replaced_on,
  d.corrected AS corrected, d.as_read AS as_read, d.corrected_by AS corrected_by
ORDER BY issued_on DESC, title, document_id
