"""From what files say and what people decided to facts: the pure build."""
