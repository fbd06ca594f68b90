// What became of places between two days: a row for each that stood on either, and for each way in which it changed.
// param: first date  the earlier day
// param: last date  the later day
// param: within places?  only places that lay inside this place, itself included, on the day on which they stood
// returns: what str  vanished, new, renamed, moved, recoded, same
// returns: place_id str  its period on the later day, of what vanished on the earlier
// returns: name str
// returns: code str
// returns: level str
// returns: place str  the place above, by a name that it bears or bore
// returns: above_id str  a period of it
// returns: old_id str  its period on the earlier day, "" of what is new
// returns: old_name str
// returns: old_code str
// returns: old_place str
// returns: old_above_id str
// returns: scheme str
// returns: lasting_id str  what the periods of one village share
// returns: before bool  it is one of those of the earlier day
// returns: after bool  it is one of those of the later day
// key: what, lasting_id
// row: ComparedPlace
MATCH (p:Place)
WHERE p.valid_from <= $last AND (p.valid_to = '' OR p.valid_to > $first) AND NOT EXISTS {
  MATCH (e:ChangeEvent)-[r:RESULTED_IN]->(p)
  WHERE r.role <> 'receives' AND (e.status = 'proposed' OR e.latest = '')
}
WITH p, p.valid_from <= $first AS stood, (p.valid_to = '' OR p.valid_to > $last) AS stands,
  CASE WHEN size($within) = 0 THEN true WHEN EXISTS {
    MATCH (p)-[:PART_OF*0..4]->(above:Place)
    WHERE above.id IN $within
  } THEN true ELSE false END AS inside
WHERE stood OR stands
OPTIONAL MATCH (p)-[:PART_OF]->(u:Place)
WITH p, stood, stands, inside, coalesce(min(u.name), '') AS place, coalesce(min(u.lasting_id), '') AS above,
  coalesce(min(u.id), '') AS above_id
WITH p.lasting_id AS lasting_id, max(p.scheme) AS scheme,
  min(CASE WHEN stood THEN p.id END) AS first_id, min(CASE WHEN stands THEN p.id END) AS last_id,
  min(CASE WHEN stood THEN p.name END) AS first_name, min(CASE WHEN stands THEN p.name END) AS last_name,
  min(CASE WHEN stood THEN p.code END) AS first_code, min(CASE WHEN stands THEN p.code END) AS last_code,
  min(CASE WHEN stood THEN p.level END) AS first_level, min(CASE WHEN stands THEN p.level END) AS last_level,
  min(CASE WHEN stood THEN place END) AS first_place, min(CASE WHEN stands THEN place END) AS last_place,
  min(CASE WHEN stood THEN above END) AS first_above, min(CASE WHEN stands THEN above END) AS last_above,
  min(CASE WHEN stood THEN above_id END) AS first_above_id, min(CASE WHEN stands THEN above_id END) AS last_above_id,
  sum(CASE WHEN stood AND inside THEN 1 ELSE 0 END) > 0 AS before,
  sum(CASE WHEN stands AND inside THEN 1 ELSE 0 END) > 0 AS after
WHERE before OR after
WITH lasting_id, scheme, first_id, last_id, first_name, last_name, first_code, last_code, first_level, last_level,
  first_place, last_place, first_above_id, last_above_id, before, after,
  CASE WHEN last_id IS NULL THEN ['vanished'] WHEN first_id IS NULL THEN ['new'] ELSE
    CASE WHEN first_name <> last_name THEN ['renamed'] ELSE [] END +
    CASE WHEN first_above <> last_above THEN ['moved'] ELSE [] END +
    CASE WHEN first_code <> last_code THEN ['recoded'] ELSE [] END END AS told
UNWIND CASE WHEN size(told) = 0 THEN ['same'] ELSE told END AS what
RETURN what AS what, coalesce(last_id, first_id) AS place_id, coalesce(last_name, first_name) AS name,
  coalesce(last_code, first_code) AS code, coalesce(last_level, first_level) AS level,
  coalesce(last_place, first_place) AS place, coalesce(last_above_id, first_above_id) AS above_id,
  coalesce(first_id, '') AS old_id, coalesce(first_name, '') AS old_name,
  coalesce(first_code, '') AS old_code, coalesce(first_place, '') AS old_place,
  coalesce(first_above_id, '') AS old_above_id, scheme AS scheme,
  lasting_id AS lasting_id, before AS before, after AS after
ORDER BY place, name, code, what, lasting_id
