"""Changes of places: in tables and in prose, at every level."""
