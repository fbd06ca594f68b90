"""Pages for people: each asks the catalogued queries and shows the answer as HTML that needs no script to be read."""
