// All tasks with the days that tell when they are to be done, by place and task.
// param: within places?  only tasks of papers of this place or of a place inside it
// param: replaced bool?  also tasks of papers and editions whose place another has taken
// param: as_of date?  tasks of what was issued by this day and not yet replaced then
// then: load/days
MATCH (d:Document)
WHERE size($within) = 0 OR EXISTS {
  MATCH (d)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..4]->(above:Place)
  WHERE above.id IN $within
}
WITH d
OPTIONAL MATCH (d)<-[:COPY_OF]-(:File)-[:HAS]->(:Passage)<-[:STATED_IN]-(t:Task)
WITH DISTINCT t, d
WHERE t.id IS NOT NULL AND (($as_of = '' AND ($replaced OR NOT t.replaced))
    OR ($as_of <> '' AND t.set_on <= $as_of AND (NOT t.replaced OR t.replaced_on > $as_of)))
