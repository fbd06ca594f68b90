"""Readers of files: from bytes to text with places, from text to statements. They know no store."""
