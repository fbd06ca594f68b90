// The passages that stand near others in the same file, by passage and place in the file.
// param: passages list[str]  ids of passages
// param: reach int? = 1500  at most so many characters away
// returns: passage_id str
// returns: beside_id str
// returns: kind str  document, plan, task, change, appointment, unread
// returns: line int  from 1; 0 where the format has no lines
// returns: end_line int
// returns: before bool  whether it ends before the passage begins
// returns: behind bool  whether it begins behind the passage; neither where they overlap
// returns: quote str  the words of the file, never shortened
// returns: start_char int
// key: passage_id, beside_id
UNWIND $passages AS wanted
MATCH (s:Passage)
WHERE s.id = wanted
WITH DISTINCT s
OPTIONAL MATCH (f:File)-[:HAS]->(s)
OPTIONAL MATCH (f)-[:HAS]->(n:Passage)
WHERE n.id <> s.id AND n.start_char < s.end_char + $reach AND n.end_char > s.start_char - $reach
WITH s, n
WHERE n.id IS NOT NULL
RETURN s.id AS passage_id, n.id AS beside_id, n.kind AS kind, n.line AS line, n.end_line AS end_line,
  n.end_char <= s.start_char AS before, n.start_char >= s.end_char AS behind, n.quote AS quote,
  n.start_char AS start_char
ORDER BY passage_id, start_char, beside_id
