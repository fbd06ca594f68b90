"""Excel and WPS workbooks (.xlsx, .xlsm): every sheet with its titles, tables and notes, each cell with its address.

Merged cells stand in each row that they reach; numbers and dates are read as they are shown. Formulas give the value
that was stored with them, macros are never run, links never followed.
"""

from loaders.formats.content import Content
from loaders.formats.sheets.content import content_of
from loaders.formats.xlsx.workbook import read_workbook


def read_xlsx(data: bytes) -> Content:
    """The words and blocks of a workbook. Raises FileRefusedError for one that is damaged, too large or empty."""
    return content_of(read_workbook(data))
