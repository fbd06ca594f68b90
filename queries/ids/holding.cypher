// The ids of the tasks whose title or content holds some words, or a field that a person put right, as it is or was
// read, by id; white space aside.
// param: text name  the words
// then: ids/alone
MATCH (t:Task)
// The engine takes no parameter into a condition on the elements of a list.
WITH t, $text AS wanted
WHERE replace(replace(replace(replace(t.title, ' ', ''), '　', ''), '\t', ''), '\n', '') CONTAINS $text
  OR replace(replace(replace(replace(t.content, ' ', ''), '　', ''), '\t', ''), '\n', '') CONTAINS $text
  OR any(one IN t.as_read WHERE replace(replace(replace(replace(one, ' ', ''), '　', ''), '\t', ''), '\n', '') CONTAINS wanted)
  OR ('due_text' IN t.corrected AND replace(replace(replace(replace(t.due_text, ' ', ''), '　', ''), '\t', ''), '\n', '') CONTAINS $text)
  OR (('lead_units' IN t.corrected OR 'responsible_units' IN t.corrected OR 'supporting_units' IN t.corrected)
    AND EXISTS {
      MATCH (u:Unit)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t) WHERE u.name CONTAINS $text
    })
  OR (('leaders' IN t.corrected OR 'lead_leaders' IN t.corrected) AND EXISTS {
    MATCH (x:Person)-[:OVERSEES]->(t) WHERE x.name CONTAINS $text
  })
