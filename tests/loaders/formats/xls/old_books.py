"""Small old workbooks (.xls) for tests."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import xlwt

_CODES = {"date": "yyyy/m/d", "month": 'yyyy"年"m"月"'}


@dataclass(frozen=True, slots=True)
class Look:
    """A value with the number format of its cell (a name of `_CODES` or a code), or struck out."""

    value: object
    code: str = "General"
    struck: bool = False


@dataclass(frozen=True, slots=True)
class OldSheet:
    """A sheet: rows of values from A1 on, merged ranges (rows and columns from 0), and whatever else is to be done."""

    rows: Sequence[Sequence[object]]
    merges: Sequence[tuple[int, int, int, int]] = ()
    also: Callable[[Any], object] = field(default=lambda _: None)
    name: str = ""


def old_book(*sheets: OldSheet, from_1904: bool = False) -> bytes:
    """The bytes of a workbook with these sheets."""
    made = xlwt.Workbook()
    made.dates_1904 = from_1904
    for number, sheet in enumerate(sheets, start=1):
        page = made.add_sheet(sheet.name or f"表{number}", cell_overwrite_ok=True)
        for row, values in enumerate(sheet.rows):
            for column, value in enumerate(values):
                if value is not None:
                    look = value if isinstance(value, Look) else Look(value)
                    page.write(row, column, look.value, _style(look))
        for top, bottom, left, right in sheet.merges:
            page.merge(top, bottom, left, right)
        sheet.also(page)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _style(look: Look) -> Any:  # noqa: ANN401 - the library has no types
    style = xlwt.XFStyle()
    style.num_format_str = _CODES.get(look.code, look.code)
    style.font.struck_out = look.struck
    return style
