// How many deadlines and milestones fall into each month, by month.
// param: within places?  only tasks of papers of this place or of a place inside it
// returns: month str  2021-12
// returns: tasks int
// returns: deadlines int  a task may have several in a month
// returns: task_ids list[str]
// key: month
MATCH (d:Document)<-[:COPY_OF]-(:File)-[:HAS]->(:Passage)<-[:STATED_IN]-(t:Task)
WITH DISTINCT d, t
WHERE NOT t.replaced AND (size($within) = 0 OR EXISTS {
  MATCH (d)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
})
UNWIND t.due_dates AS day
WITH left(day, 7) AS month, t.id AS task_id, count(day) AS deadlines
WITH month, task_id, deadlines ORDER BY month, task_id SKIP 0
WITH month, collect(task_id) AS task_ids, sum(deadlines) AS deadlines
RETURN month AS month, size(task_ids) AS tasks, deadlines AS deadlines, task_ids AS task_ids
ORDER BY month
