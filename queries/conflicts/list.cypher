// What two passages of one task or change of places say differently, a row a field, by paper, task and field.
// then: conflicts/columns
MATCH (t:Task|ChangeEvent)-[:STATED_IN]->(a:Passage)-[c:CONFLICTS]->(b:Passage)
WHERE EXISTS { MATCH (t)-[:STATED_IN]->(b) }
OPTIONAL MATCH (x:Place)-[:CHANGED_BY]->(t)
WITH t, a, b, c, x ORDER BY x.name, x.id SKIP 0
WITH t, a, b, c, collect(x.name) AS before
OPTIONAL MATCH (t)-[:RESULTED_IN]->(x:Place)
WITH t, a, b, c, before, x ORDER BY x.name, x.id SKIP 0
WITH t, a, b, c, before, collect(x.name) AS after
WITH t, a, b, c, CASE WHEN size(before) + size(after) = 0 THEN '' ELSE t.id END AS change_id,
  list_to_string('、', before) + ' → ' +
  list_to_string('、', after) AS changed
UNWIND range(1, size(string_split(c.field, ' '))) AS n
WITH t, a, b, CASE WHEN change_id = '' THEN t.title ELSE changed END AS title, change_id,
  string_split(c.field, ' ')[n] AS field, [c.values[2 * n - 1], c.values[2 * n]] AS values
