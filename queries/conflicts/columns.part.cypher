// param: within places?  only what papers of this place or of a place inside it say
// param: replaced bool?  also tasks of papers and editions whose place another has taken
// param: as_of date?  tasks of what was issued by this day and not yet replaced then
// returns: task_id str  "" for a change of places
// returns: title str  of the task; of a change what went in and what came out (甲村、乙村 → 丙村)
// returns: field str  the column of tasks in which they differ (due_text for deadlines); stated_on of changes
// returns: values list[str]  what each passage says
// returns: sources sources  path:line of each passage, beside its value, the standing one first
// returns: plan_title str
// returns: document str
// returns: place str
// returns: passage_id str
// returns: other_passage_id str
// returns: change_id str  "" for a task
// key: task_id, passage_id, other_passage_id, field
OPTIONAL MATCH (a)<-[:HAS]-(:File)-[:COPY_OF]->(d:Document)
WITH t, a, b, field, values, title, change_id, d
WHERE (($as_of = '' AND ($replaced OR NOT coalesce(t.replaced, false)))
    OR ($as_of <> '' AND coalesce(t.set_on, '') <= $as_of
      AND (NOT coalesce(t.replaced, false) OR t.replaced_on > $as_of)))
  AND (size($within) = 0 OR EXISTS {
  MATCH (d)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
})
OPTIONAL MATCH (p:Plan)-[:SETS]->(t)
OPTIONAL MATCH (d)-[:LOCATED_IN]->(home:Place)
WITH d, p, t, a, b, field, values, title, change_id, coalesce(min(home.name), '') AS place
RETURN CASE WHEN change_id = '' THEN t.id ELSE '' END AS task_id, title AS title, field AS field, values AS values,
  [a.id, b.id] AS sources,
  coalesce(p.title, '') AS plan_title, CASE WHEN d.title = '' THEN d.number ELSE d.title END AS document,
  place AS place, a.id AS passage_id, b.id AS other_passage_id, change_id AS change_id
ORDER BY document, task_id, field, passage_id, other_passage_id
