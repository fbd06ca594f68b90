// The ids of the tasks begun (or, without a start, issued) by a day and not yet due then, by id.
// param: open_on date  the day
// then: ids/alone
MATCH (t:Task)-[:STATED_IN]->(:Passage)<-[:HAS]-(:File)-[:COPY_OF]->(source:Document)
WITH DISTINCT t, source
WHERE CASE WHEN t.start = '' THEN source.issued_on ELSE t.start END <= $open_on
  AND (t.due = '' OR t.due >= $open_on OR t.ongoing)
