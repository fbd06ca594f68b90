// The papers that a title, a number or an id means, the latest first.
// param: named name?  a title, a number (文号) or an id; any where it is left out
// param: within places?  only papers of places inside this place
// returns: id str
// returns: name str
// returns: aliases list[str]  numbers by which it goes, and what was read before a person put it right
// returns: place str  where it is
// returns: place_id str
// key: id
// row: Named
MATCH (n:Document)
WHERE ($named = '' OR n.id = $named
  OR replace(replace(replace(replace(n.title, ' ', ''), '　', ''), '\t', ''), '\n', '') = $named
  OR replace(replace(replace(replace(n.number, ' ', ''), '　', ''), '\t', ''), '\n', '') = $named
  OR $named IN n.as_read)
  AND (size($within) = 0 OR EXISTS {
    MATCH (n)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
    WHERE above.id IN $within
  })
OPTIONAL MATCH (n)-[:LOCATED_IN]->(home:Place)
WITH n, coalesce(min(home.name), '') AS place, coalesce(min(home.id), '') AS place_id
RETURN n.id AS id, n.title AS name, [n.number] + n.as_read AS aliases, place AS place, place_id AS place_id
ORDER BY n.issued_on DESC, name, id
