"""Lists of places of one day, told by those of another day."""
