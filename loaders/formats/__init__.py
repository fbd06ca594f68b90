"""Formats: one reader each, from the bytes of a file to paragraphs and tables that know their places."""
