// The units that a name, another spelling or an id means, by place and name.
// param: named name?  a name, other spelling or id; any where it is left out
// param: normal name?  the same name in its normal form
// param: within places?  only units of this place or of a place inside it
// returns: id str
// returns: name str
// returns: aliases list[str]  other spellings and numbers by which it goes
// returns: place str  where it is
// returns: place_id str
// key: id
// row: Named
MATCH (n:Unit)
WHERE ($named = '' OR n.id = $named OR n.name IN [$named, $normal] OR $named IN n.aliases OR $normal IN n.aliases)
  AND (size($within) = 0 OR EXISTS {
    MATCH (n)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
    WHERE above.id IN $within
  })
OPTIONAL MATCH (n)-[:LOCATED_IN]->(home:Place)
WITH n, coalesce(min(home.name), '') AS place, coalesce(min(home.id), '') AS place_id
RETURN n.id AS id, n.name AS name, n.aliases AS aliases, place AS place, place_id AS place_id
ORDER BY place, name, id
