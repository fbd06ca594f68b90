"""Sheets: from rows and cells of a grid to titles, tables and notes, wherever in the sheet they stand."""
