// returns: place_id str
// returns: name str
// returns: level str
// returns: code str
// returns: scheme str
// returns: lasting_id str
// returns: valid_from date  the first day, "" where nothing began it
// returns: valid_to date  the first day on which it is gone, "" where nothing ended it
// key: place_id
// row: Period
RETURN p.id AS place_id, p.name AS name, p.level AS level, p.code AS code, p.scheme AS scheme,
  p.lasting_id AS lasting_id, p.valid_from AS valid_from, p.valid_to AS valid_to
ORDER BY code, name, valid_from, place_id
