// The plans whose title holds some words, white space aside, or that an id means, by paper, in the order of the paper.
// param: named name?  a title, a part of it, or an id; any where it is left out
// param: within places?  only plans of papers of this place or of a place inside it
// returns: id str
// returns: name str
// returns: aliases list[str]  other spellings and numbers by which it goes
// returns: place str  where it is
// returns: place_id str
// key: id
// row: Named
MATCH (d:Document)-[:CONTAINS]->(n:Plan)
WHERE ($named = '' OR n.id = $named
  OR replace(replace(replace(replace(n.title, ' ', ''), '　', ''), '\t', ''), '\n', '') CONTAINS $named)
AND (size($within) = 0 OR EXISTS {
  MATCH (d)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
} OR (NOT EXISTS { MATCH (d)-[:LOCATED_IN]->(:Place) } AND EXISTS {
  MATCH (n)-[:SETS]->(:Task)<-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]-(u:Unit),
    (u)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
}))
OPTIONAL MATCH (d)-[:LOCATED_IN]->(home:Place)
WITH n, d.id AS document_id, CASE WHEN d.title = '' THEN d.number ELSE d.title END AS document,
  coalesce(min(home.name), '') AS place, coalesce(min(home.id), '') AS place_id
RETURN n.id AS id, n.title AS name, [''] AS aliases, place AS place, place_id AS place_id
ORDER BY document, document_id, n.ordinal, id
