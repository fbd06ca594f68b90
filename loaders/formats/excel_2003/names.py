"""Names in a workbook of Excel 2003: `NAME` is an attribute or element as lxml has it."""

_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_EXCEL = "urn:schemas-microsoft-com:office:excel"
_HTML = "http://www.w3.org/TR/REC-html40"


def of(name: str) -> str:
    """A name of the sheets' vocabulary."""
    return f"{{{_SHEET}}}{name}"


WORKBOOK, STYLES, STYLE, FONT, NUMBER_FORMAT, WORKSHEET, TABLE, COLUMN, ROW, CELL, DATA, COMMENT = map(
    of,
    (
        "Workbook",
        "Styles",
        "Style",
        "Font",
        "NumberFormat",
        "Worksheet",
        "Table",
        "Column",
        "Row",
        "Cell",
        "Data",
        "Comment",
    ),
)
ID, PARENT, STRUCK, FORMAT, NAME, INDEX, SPAN, HIDDEN, STYLE_ID, ACROSS, DOWN, FORMULA, TYPE = map(
    of,
    (
        "ID",
        "Parent",
        "StrikeThrough",
        "Format",
        "Name",
        "Index",
        "Span",
        "Hidden",
        "StyleID",
        "MergeAcross",
        "MergeDown",
        "Formula",
        "Type",
    ),
)
FROM_1904 = f"{{{_EXCEL}}}Date1904"
SETTINGS = f"{{{_EXCEL}}}ExcelWorkbook"
OPTIONS, VISIBLE = f"{{{_EXCEL}}}WorksheetOptions", f"{{{_EXCEL}}}Visible"
STRUCK_WORDS = f"{{{_HTML}}}S"
