"""How lists tell what is in them: how deadlines stand to a day, what papers and plans are called."""
