"""Workbooks as one XML file (Excel 2003, SpreadsheetML), as many systems export them under .xls and .xml."""
