"""Grids: rows of cells with their spans, from any format, and the one way from them to titles, tables and notes."""
