// The passages on which corrections hang that hold, by passage; those of an edition that another replaced are told apart.
// returns: passage_id str
// returns: corrections list[str]  their ids
// returns: edition_state str  how the edition stands: stands, open or replaced
// key: passage_id
MATCH (f:File)-[:HAS]->(p:Passage)
WHERE size(p.corrections) > 0
RETURN p.id AS passage_id, p.corrections AS corrections, f.edition_state AS edition_state
ORDER BY passage_id
