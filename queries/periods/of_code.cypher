// The periods in which a code of a scheme was borne.
// param: scheme str  the scheme of the code
// param: code str
// then: periods/columns
MATCH (p:Place)
WHERE p.code = $code AND p.scheme = $scheme
WITH p
