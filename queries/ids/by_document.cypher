// The ids of the tasks that papers set, by id.
// param: documents list[str]  ids of the papers
// then: ids/alone
MATCH (d:Document)
WHERE d.id IN $documents
WITH d
MATCH (d)<-[:COPY_OF]-(:File)-[:HAS]->(:Passage)<-[:STATED_IN]-(t:Task)
