"""What each kind of picture shows, from the rows of catalogued queries."""
