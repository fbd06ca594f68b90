// The periods of places that existed on a day or may have, by the place above and name; ended ones of that day do not.
// param: on_day date  the day
// param: within places?  only places inside this place, itself included
// then: places/times
MATCH (p:Place)
WHERE NOT EXISTS { MATCH (e:ChangeEvent)-[r:RESULTED_IN]->(p) WHERE r.role <> 'receives' AND e.earliest > $on_day }
  AND (p.valid_from <= $on_day OR EXISTS { MATCH (e:ChangeEvent)-[:RESULTED_IN]->(p) WHERE e.earliest <= $on_day })
  AND (p.valid_to = '' OR p.valid_to > $on_day)
  AND NOT EXISTS { MATCH (p)-[:CHANGED_BY]->(e:ChangeEvent)
    WHERE e.status <> 'proposed' AND e.latest <> '' AND e.latest <= $on_day }
  AND (size($within) = 0 OR EXISTS {
    MATCH (p)-[:PART_OF*0..4]->(above:Place)
    WHERE above.id IN $within
  })
WITH p
