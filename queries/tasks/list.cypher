// All tasks that meet every condition given, by paper and plan, in the order of the plan.
// param: leader name?  tasks that this leader answers for: name, other spelling or id
// param: unit name?  tasks of this unit: name, other spelling or id
// param: role str? of lead|responsible|supporting  only where the unit (or, without one, the leader) has this role
// param: place name?  tasks that concern this place: name or id
// param: plan str?  tasks of this plan: its title or a part of it, or its id
// param: due_after date?  tasks with a deadline or milestone on or after this day
// param: due_before date? = 9999-12-31  tasks with a deadline or milestone on or before this day
// param: open_on date?  tasks begun (or, without a start, issued) by this day and not yet due then
// then: tasks/within, tasks/columns
MATCH (t:Task)-[:STATED_IN]->(:Passage)<-[:HAS]-(:File)-[:COPY_OF]->(source:Document)
WITH DISTINCT t, source
WHERE ($plan = '' OR EXISTS {
    MATCH (listed:Plan)-[:SETS]->(t)
    WHERE listed.id = $plan OR listed.title CONTAINS $plan
  })
  AND ($open_on = '' OR (
    CASE WHEN t.start = '' THEN source.issued_on ELSE t.start END <= $open_on
    AND (t.due = '' OR t.due >= $open_on OR t.ongoing)
  ))
  AND ($leader = '' OR EXISTS {
    MATCH (who:Person)-[o:OVERSEES]->(t)
    WHERE (who.name = $leader OR $leader IN who.aliases OR who.id = $leader)
      AND (o.lead OR $role <> 'lead' OR $unit <> '')
  })
  AND (($unit = '' AND ($role = '' OR $leader <> '')) OR ($role IN ['', 'lead'] AND EXISTS {
    MATCH (who:Unit)-[:LEADS]->(t)
    WHERE $unit = '' OR who.name = $unit OR $unit IN who.aliases OR who.id = $unit
  }) OR ($role IN ['', 'responsible'] AND EXISTS {
    MATCH (who:Unit)-[:RESPONSIBLE_FOR]->(t)
    WHERE $unit = '' OR who.name = $unit OR $unit IN who.aliases OR who.id = $unit
  }) OR ($role IN ['', 'supporting'] AND EXISTS {
    MATCH (who:Unit)-[:SUPPORTS]->(t)
    WHERE $unit = '' OR who.name = $unit OR $unit IN who.aliases OR who.id = $unit
  }))
  AND ($place = '' OR EXISTS {
    MATCH (t)-[:CONCERNS]->(there:Place)
    WHERE there.name = $place OR there.id = $place
  })
UNWIND t.due_dates + [''] AS day
WITH t, day
WHERE (day = '' AND $due_after = '' AND $due_before = '9999-12-31')
  OR (day <> '' AND day >= $due_after AND day <= $due_before)
WITH DISTINCT t
