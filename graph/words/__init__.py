"""How words are written and compared: one width, cuts outside brackets, numerals, normal forms, search words."""
