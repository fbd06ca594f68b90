"""What the clauses of one paragraph tell one after another."""
