// What two passages of one task say differently, a row a field, by paper, task and field.
// then: conflicts/columns
MATCH (t:Task)-[:STATED_IN]->(a:Passage)-[c:CONFLICTS]->(b:Passage)
WHERE EXISTS { MATCH (t)-[:STATED_IN]->(b) }
UNWIND range(1, size(string_split(c.field, ' '))) AS n
WITH t, a, b, string_split(c.field, ' ')[n] AS field, [c.values[2 * n - 1], c.values[2 * n]] AS values
