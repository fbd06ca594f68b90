"""Tables of registers: rows of changes between units with codes, and of units with their days."""
