"""Small workbooks of Excel 2003 made of strings of XML."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

_SPACES = (
    'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40"'
)
STYLES = (
    '<Style ss:ID="Default"><NumberFormat/></Style>'
    '<Style ss:ID="gone"><Font ss:StrikeThrough="1"/></Style>'
    '<Style ss:ID="month"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;"/></Style>'
    '<Style ss:ID="day" ss:Parent="month"><NumberFormat ss:Format="Short Date"/></Style>'
    '<Style ss:ID="of_month" ss:Parent="month"/>'
)
OPENING = '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'


def cell(words: str = "", kind: str = "String", *, more: str = "", inner: str = "") -> str:
    """A cell; `more` are attributes, `inner` stands behind its data."""
    data = f'<Data ss:Type="{kind}">{escape(words)}</Data>' if words else ""
    return f"<Cell {more}>{data}{inner}</Cell>"


def row(*cells: str, more: str = "") -> str:
    """A row of cells, each words or a `cell`."""
    return f"<Row {more}>{''.join(one if one.startswith('<Cell') else cell(one) for one in cells)}</Row>"


def rows_2003(rows: Sequence[Sequence[str]]) -> str:
    """A sheet of rows of words."""
    return sheet_2003(*(row(*one) for one in rows))


def sheet_2003(*rows: str, name: str = "表1", columns: str = "", options: str = "") -> str:
    """A sheet of rows."""
    return (
        f'<Worksheet ss:Name="{name}"><Table>{columns}{"".join(rows)}</Table>'
        f'<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">{options}</WorksheetOptions></Worksheet>'
    )


def book_2003(*sheets: str, opening: str = OPENING, encoding: str = "utf-8", settings: str = "") -> bytes:
    """The bytes of a workbook with these sheets."""
    told = f"<ExcelWorkbook xmlns='urn:schemas-microsoft-com:office:excel'>{settings}</ExcelWorkbook>"
    book = f"{opening}<Workbook {_SPACES}>{told}<Styles>{STYLES}</Styles>{''.join(sheets)}</Workbook>"
    return book.encode(encoding)
