"""Lists of places: one place, a count at the end, pieces, whole lists."""
