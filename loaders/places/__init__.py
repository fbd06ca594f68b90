"""Places: names, levels, and where they stand in words."""
