// returns: place_id str  of one period of a place
// returns: name str
// returns: level str  village, community, town, county, city, province, unknown
// returns: place str  the place above
// returns: since str  when the period began (EDTF: ../2021-08-19 is by that day, XXXX unknown), "" if nothing began it
// returns: until str  when it ended, "" if nothing ended it
// returns: tasks int  tasks that concern it
// returns: lasting_id str  what the periods of one village share
// returns: above_id str
// returns: began_by str  the change that began it, "" where none is told
// returns: since_earliest date
// returns: since_latest date
// returns: since_status str  of the change: proposed, approved, done, stated
// returns: ended_by str  the change that ended it
// returns: until_earliest date
// returns: until_latest date
// returns: until_status str
// returns: code str  of its scheme, "" where it bears none
// returns: scheme str  whose codes these are
// key: place_id
OPTIONAL MATCH (e:ChangeEvent)-[r:RESULTED_IN]->(p)
WHERE r.role <> 'receives'
WITH p, coalesce(min(e.id), '') AS began_by, coalesce(min(e.earliest), '') AS since_earliest,
  coalesce(min(e.latest), '') AS since_latest, coalesce(min(e.status), '') AS since_status,
  coalesce(min(e.stated_on), '') AS since_stated
OPTIONAL MATCH (p)-[:CHANGED_BY]->(e:ChangeEvent)
WHERE e.status <> 'proposed'
WITH p, began_by, since_earliest, since_latest, since_status, since_stated, coalesce(min(e.id), '') AS ended_by,
  coalesce(min(e.earliest), '') AS until_earliest, coalesce(min(e.latest), '') AS until_latest,
  coalesce(min(e.status), '') AS until_status, coalesce(min(e.stated_on), '') AS until_stated
OPTIONAL MATCH (p)-[:PART_OF]->(home:Place)
WITH p, began_by, since_earliest, since_latest, since_status, since_stated, ended_by, until_earliest, until_latest,
  until_status, until_stated, coalesce(min(home.id), '') AS above_id, coalesce(min(home.name), '') AS place
OPTIONAL MATCH (t:Task)-[:CONCERNS]->(p)
WHERE NOT t.replaced
WITH p, began_by, since_status, since_stated, ended_by, until_status, until_stated, above_id, place,
  CASE WHEN began_by = '' THEN p.valid_from ELSE since_earliest END AS since_earliest,
  CASE WHEN began_by = '' THEN p.valid_from ELSE since_latest END AS since_latest,
  CASE WHEN ended_by = '' THEN p.valid_to ELSE until_earliest END AS until_earliest,
  CASE WHEN ended_by = '' THEN p.valid_to ELSE until_latest END AS until_latest, count(t.id) AS tasks
RETURN p.id AS place_id, p.name AS name, p.level AS level, place AS place,
  CASE WHEN began_by = '' THEN p.valid_from WHEN since_stated <> '' THEN since_stated
    WHEN since_latest <> '' THEN '../' + since_latest ELSE 'XXXX' END AS since,
  CASE WHEN ended_by = '' THEN p.valid_to WHEN until_stated <> '' THEN until_stated
    WHEN until_latest <> '' THEN '../' + until_latest ELSE 'XXXX' END AS until,
  tasks AS tasks, p.lasting_id AS lasting_id, above_id AS above_id,
  began_by AS began_by, since_earliest AS since_earliest,
  since_latest AS since_latest, since_status AS since_status,
  ended_by AS ended_by, until_earliest AS until_earliest,
  until_latest AS until_latest, until_status AS until_status,
  p.code AS code, p.scheme AS scheme
ORDER BY place, name, since_latest, place_id
