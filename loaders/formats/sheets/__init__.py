"""Sheets: the grids of a workbook one after the other, and what is to be said of each."""
