// Units, each with the number of its tasks among some, by id.
// param: role str? of lead|responsible|supporting  only those in which it has this role
// then: facets/counted
UNWIND $tasks AS wanted
MATCH (t:Task)
WHERE t.id = wanted
WITH DISTINCT t
MATCH (n:Unit)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t)
WITH DISTINCT t, n
WHERE $role = '' OR ($role = 'lead' AND EXISTS { MATCH (n)-[:LEADS]->(t) })
  OR ($role = 'responsible' AND EXISTS { MATCH (n)-[:RESPONSIBLE_FOR]->(t) })
  OR ($role = 'supporting' AND EXISTS { MATCH (n)-[:SUPPORTS]->(t) })
WITH t, n
