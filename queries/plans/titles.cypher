// The titles of all plans, by paper, in the order of the paper.
// param: within places?  only plans of papers of this place or of a place inside it
// param: named name?  only those whose title holds this, white space aside
// returns: plan_id str
// returns: title str
// key: plan_id
MATCH (d:Document)-[:CONTAINS]->(p:Plan)
WHERE ($named = ''
  OR replace(replace(replace(replace(p.title, ' ', ''), '　', ''), '\t', ''), '\n', '') CONTAINS $named)
AND (size($within) = 0 OR EXISTS {
  MATCH (d)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
} OR (NOT EXISTS { MATCH (d)-[:LOCATED_IN]->(:Place) } AND EXISTS {
  MATCH (p)-[:SETS]->(:Task)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(u:Unit),
    (u)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
}))
WITH p.id AS plan_id, p.title AS title, p.ordinal AS ordinal, d.id AS document_id,
  CASE WHEN d.title = '' THEN d.number ELSE d.title END AS document
RETURN plan_id AS plan_id, title AS title
ORDER BY document, document_id, ordinal, plan_id
