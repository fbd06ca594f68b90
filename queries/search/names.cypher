// Units, persons and places whose name, other spelling or pinyin holds some words, by kind and name.
// param: text name  a part of a name, or of its pinyin
// param: limit int? = 50  at most so many rows
// returns: kind str  person, place or unit
// returns: id str
// returns: name str
// returns: place str  where it is
// key: kind, id
// row: Thing
MATCH (n:Unit|Person|Place)
WHERE n.search CONTAINS toLower($text) OR n.name CONTAINS $text
OPTIONAL MATCH (n)-[:LOCATED_IN|PART_OF]->(home:Place)
WITH n, coalesce(min(home.name), '') AS place
RETURN CASE WHEN n.lasting_id IS NOT NULL THEN 'place' WHEN n.kind IS NOT NULL THEN 'unit' ELSE 'person' END AS kind,
  n.id AS id, n.name AS name, place AS place
ORDER BY kind, name, id
LIMIT $limit
