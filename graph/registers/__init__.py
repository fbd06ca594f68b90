"""Registers of units with codes: from the rows of their tables to the periods of every code and what each became."""
