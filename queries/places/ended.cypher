// Places that had ended by a known day, with the tasks that concern them or that their units have, by place and day.
// param: replaced bool?  also tasks of papers and editions whose place another has taken
// param: as_of date?  tasks of what was issued by this day and not yet replaced then
// returns: place_id str
// returns: name str
// returns: until_latest date  the day by which it had ended
// returns: concerning list[str]  ids of tasks that concern it
// returns: given list[str]  ids of tasks that units there lead, are responsible for or support
// returns: papers list[str]  ids of the papers that state its end
// key: place_id
MATCH (p:Place)-[r:CHANGED_BY]->(e:ChangeEvent)
WHERE r.role = 'ends' AND e.latest <> '' AND e.status <> 'proposed'
  AND NOT EXISTS { MATCH (other:Place) WHERE other.lasting_id = p.lasting_id AND other.id <> p.id }
OPTIONAL MATCH (e)-[:STATED_IN]->(:Passage)<-[:HAS]-(:File)-[:COPY_OF]->(d:Document)
WITH DISTINCT p, e.latest AS day, d.id AS paper
WITH p, day, paper ORDER BY paper SKIP 0
WITH p, min(day) AS latest, collect(paper) AS papers
OPTIONAL MATCH (t:Task)-[:CONCERNS]->(p)
WHERE (($as_of = '' AND ($replaced OR NOT t.replaced))
    OR ($as_of <> '' AND t.set_on <= $as_of AND (NOT t.replaced OR t.replaced_on > $as_of)))
WITH p, latest, papers, t ORDER BY t.id SKIP 0
WITH p, latest, papers, collect(t.id) AS concerning
OPTIONAL MATCH (p)<-[:LOCATED_IN]-(:Unit)-[:LEADS|RESPONSIBLE_FOR|SUPPORTS]->(t:Task)
WHERE (($as_of = '' AND ($replaced OR NOT t.replaced))
    OR ($as_of <> '' AND t.set_on <= $as_of AND (NOT t.replaced OR t.replaced_on > $as_of)))
WITH DISTINCT p, latest, papers, concerning, t
WITH p, latest, papers, concerning, t ORDER BY t.id SKIP 0
WITH p, latest, papers, concerning, collect(t.id) AS given
RETURN p.id AS place_id, p.name AS name, latest AS until_latest, concerning AS concerning, given AS given,
  papers AS papers
ORDER BY name, until_latest, place_id
