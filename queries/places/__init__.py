"""Places: the questions about them, and the walk through their changes."""
