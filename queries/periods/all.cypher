// All periods of places, by code, name and time.
// then: periods/columns
MATCH (p:Place)
WITH p
