"""A workbook as the library opens it: a plain copy of what is read, so that nothing else can hinder or mislead it.

openpyxl refuses files for a broken style, picture, filter or name that has nothing to do with their words, and makes a
thing of each cell that is only formatted. The copy holds filled cells, texts, number formats and strikeout alone.
"""

import warnings
import zipfile
from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import quoteattr

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from graph.errors import FileRefusedError
from loaders.formats.xlsx.parts import CellStyle

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_NO_STRINGS = f'<sst xmlns="{_MAIN}"/>'.encode()
_OWN_FORMATS = 164  # number formats from here on have a code of their own


def open_plain(sheets: Sequence[bytes], styles: Sequence[CellStyle], strings: bytes, *, from_1904: bool) -> Workbook:
    """The workbook of these sheets, named by their numbers from 1. Raises FileRefusedError where it is damaged."""
    copy = BytesIO()
    with zipfile.ZipFile(copy, "w") as archive:
        for name, part in _frame(len(sheets), from_1904=from_1904):
            archive.writestr(name, part)
        archive.writestr("xl/styles.xml", _styles(styles))
        archive.writestr("xl/sharedStrings.xml", strings or _NO_STRINGS)
        for number, sheet in enumerate(sheets, start=1):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", sheet)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of days out of the calendar, which are told as errors of their cells
            return load_workbook(copy, data_only=True, keep_links=False, rich_text=True)
    except Exception as error:  # the library lets through whatever broken bytes lead to
        raise FileRefusedError("file.workbook_damaged") from error


def _frame(sheets: int, *, from_1904: bool) -> list[tuple[str, str]]:
    """The parts that hold the others together."""
    numbers = range(1, sheets + 1)
    parts = ["workbook.xml", "styles.xml", "sharedStrings.xml", *(f"worksheets/sheet{n}.xml" for n in numbers)]
    kinds = ["sheet.main", "styles", "sharedStrings", *["worksheet"] * sheets]
    types = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{_TYPES}{kind}+xml"/>'
        for part, kind in zip(parts, kinds, strict=True)
    )
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{kind}" Target="{part}"/>'
        for at, (part, kind) in enumerate(zip(parts, kinds, strict=True))
        if at
    )
    listed = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="r{n + 2}"/>' for n in numbers)
    settings = '<workbookPr date1904="1"/>' if from_1904 else ""
    root = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    return [
        ("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types">{types}</Types>'),
        ("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}/relationships">{root}</Relationships>'),
        (
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        ),
        (
            "xl/workbook.xml",
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{settings}<sheets>{listed}</sheets></workbook>',
        ),
    ]


def _styles(styles: Sequence[CellStyle]) -> str:
    """Styles of the same numbers, with a plain and a struck font."""
    codes = {code: _OWN_FORMATS + at for at, code in enumerate(dict.fromkeys(s.code for s in styles if s.code))}
    formats = "".join(f'<numFmt numFmtId="{at}" formatCode={quoteattr(code)}/>' for code, at in codes.items())
    cells = "".join(
        f'<xf numFmtId="{codes.get(s.code, s.format_id)}" fontId="{int(s.struck)}" fillId="0" borderId="0" xfId="0"/>'
        for s in styles or [CellStyle(0, "", struck=False)]
    )
    return (
        f'<styleSheet xmlns="{_MAIN}">{f"<numFmts>{formats}</numFmts>" if formats else ""}'
        "<fonts><font/><font><strike/></font></fonts><fills><fill><patternFill/></fill></fills>"
        "<borders><border/></borders>"
        '<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs>{cells}</cellXfs><cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )
