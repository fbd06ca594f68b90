"""How lists tell what is in them: which papers count, how deadlines stand to a day, what papers are called."""
