"""What the program says: messages by key and values, and the tables in which each has its words in both languages."""
