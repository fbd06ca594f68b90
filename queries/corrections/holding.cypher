// The passages on which corrections hang that hold, by passage.
// returns: passage_id str
// returns: corrections list[str]  their ids
// key: passage_id
MATCH (p:Passage)
WHERE size(p.corrections) > 0
RETURN p.id AS passage_id, p.corrections AS corrections
ORDER BY passage_id
