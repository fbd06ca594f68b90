// returns: person_id str
// returns: name str
// returns: place str
// returns: tasks int  tasks that they answer for (责任领导)
// returns: lead_tasks int  those in which they lead (牵头领导)
// returns: posts list[str]  titles of the posts they hold (副组长, 镇党委委员)
// returns: aliases list[str]  spellings as written
// returns: place_id str
// key: person_id
OPTIONAL MATCH (x)-[:LOCATED_IN]->(home:Place)
WITH x, coalesce(min(home.name), '') AS place, coalesce(min(home.id), '') AS place_id
OPTIONAL MATCH (x)-[o:OVERSEES]->(t:Task)
WHERE (($as_of = '' AND ($replaced OR NOT t.replaced))
    OR ($as_of <> '' AND t.set_on <= $as_of AND (NOT t.replaced OR t.replaced_on > $as_of)))
WITH x, place, place_id, count(t.id) AS tasks, count(CASE WHEN o.lead THEN t.id END) AS lead_tasks
OPTIONAL MATCH (x)-[:HOLDS]->(post:Post)
WITH x, place, place_id, tasks, lead_tasks, post ORDER BY post.title, post.id SKIP 0
WITH x, place, place_id, tasks, lead_tasks, collect(post.title) AS posts
RETURN x.id AS person_id, x.name AS name, place AS place, tasks AS tasks, lead_tasks AS lead_tasks,
  posts AS posts, x.aliases AS aliases, place_id AS place_id
ORDER BY place, tasks DESC, name, person_id
