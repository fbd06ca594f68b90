"""Words: one width, cuts outside brackets, brackets, numbers."""
