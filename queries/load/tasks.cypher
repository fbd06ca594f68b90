// All tasks with the days that tell when they are to be done, by place and task.
// param: within name?  only tasks of papers of this place or of a place inside it
// returns: task_id str
// returns: place_id str  the place that the paper speaks for
// returns: start date  as stated
// returns: due_dates list[str]  deadlines and milestones, ISO days
// returns: issued_on date  of the paper
// key: task_id
MATCH (d:Document)
WHERE $within = '' OR EXISTS {
  MATCH (d)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.name = $within OR above.id = $within
}
WITH d
OPTIONAL MATCH (d)<-[:COPY_OF]-(:File)-[:HAS]->(:Passage)<-[:STATED_IN]-(t:Task)
WITH DISTINCT d, t
WHERE t.id IS NOT NULL
OPTIONAL MATCH (d)-[:LOCATED_IN]->(home:Place)
WITH t, min(d.issued_on) AS issued_on, coalesce(min(home.id), '') AS place_id
RETURN t.id AS task_id, place_id AS place_id, t.start AS start, t.due_dates AS due_dates,
  issued_on AS issued_on
ORDER BY place_id, task_id
