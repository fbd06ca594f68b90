"""What is not settled until a person decides: verdicts that spellings could change, plans that may be one."""
