// The schemes of the codes that places bear.
// returns: scheme str
// key: scheme
// row: Scheme
MATCH (p:Place)
WHERE p.scheme <> ''
RETURN DISTINCT p.scheme AS scheme
ORDER BY scheme
