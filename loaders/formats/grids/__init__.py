"""Grids: tables whose rows, cells and merges the file itself tells, laid out as characters, paragraphs and tables."""
