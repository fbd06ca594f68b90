"""Files: from bytes to characters, lines and cells, each with its place."""
