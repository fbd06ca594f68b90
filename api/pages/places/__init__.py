"""Pages of places and their changes."""
