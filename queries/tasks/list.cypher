// All tasks that meet every condition given, by paper and plan, in the order of the plan.
// param: leader leaders?  tasks that this leader answers for
// param: unit units?  tasks of this unit
// param: role str? of lead|responsible|supporting  only where the unit (or, without one, the leader) has this role
// param: place places?  tasks that concern this place
// param: plan plans?  tasks of this plan
// param: due_after date?  tasks with a deadline or milestone on or after this day
// param: due_before date? = 9999-12-31  tasks with a deadline or milestone on or before this day
// param: open_on date?  tasks begun (or, without a start, issued) by this day and not yet due then
// then: tasks/within, tasks/columns
MATCH (t:Task)-[:STATED_IN]->(:Passage)<-[:HAS]-(:File)-[:COPY_OF]->(source:Document)
WITH DISTINCT t, source
WHERE (size($plan) = 0 OR EXISTS {
    MATCH (listed:Plan)-[:SETS]->(t)
    WHERE listed.id IN $plan
  })
  AND ($open_on = '' OR (
    CASE WHEN t.start = '' THEN source.issued_on ELSE t.start END <= $open_on
    AND (t.due = '' OR t.due >= $open_on OR t.ongoing)
  ))
  AND (size($leader) = 0 OR EXISTS {
    MATCH (who:Person)-[o:OVERSEES]->(t)
    WHERE who.id IN $leader
      AND (o.lead OR $role <> 'lead' OR size($unit) > 0)
  })
  AND ((size($unit) = 0 AND ($role = '' OR size($leader) > 0)) OR ($role IN ['', 'lead'] AND EXISTS {
    MATCH (who:Unit)-[:LEADS]->(t)
    WHERE size($unit) = 0 OR who.id IN $unit
  }) OR ($role IN ['', 'responsible'] AND EXISTS {
    MATCH (who:Unit)-[:RESPONSIBLE_FOR]->(t)
    WHERE size($unit) = 0 OR who.id IN $unit
  }) OR ($role IN ['', 'supporting'] AND EXISTS {
    MATCH (who:Unit)-[:SUPPORTS]->(t)
    WHERE size($unit) = 0 OR who.id IN $unit
  }))
  AND (size($place) = 0 OR EXISTS {
    MATCH (t)-[:CONCERNS]->(there:Place)
    WHERE there.id IN $place
  })
UNWIND t.due_dates + [''] AS day
WITH t, day
WHERE (day = '' AND $due_after = '' AND $due_before = '9999-12-31')
  OR (day <> '' AND day >= $due_after AND day <= $due_before)
WITH DISTINCT t
