// The ids of the tasks whose title or content holds some words, white space aside, by id.
// param: text name  the words
// then: ids/alone
MATCH (t:Task)
WHERE replace(replace(replace(replace(t.title, ' ', ''), '　', ''), '\t', ''), '\n', '') CONTAINS $text
  OR replace(replace(replace(replace(t.content, ' ', ''), '　', ''), '\t', ''), '\n', '') CONTAINS $text
