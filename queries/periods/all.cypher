// All periods of places, or those with codes of a scheme.
// param: scheme str?  only those with codes of this scheme
// then: periods/columns
MATCH (p:Place)
WHERE $scheme = '' OR p.scheme = $scheme
WITH p
