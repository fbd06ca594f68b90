"""How a cell looks, as far as it matters: the format of its number, and whether it is struck out."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from openpyxl.styles.numbers import is_date_format, is_timedelta_format

_LONGEST_CODE = 255
"""Characters of a number format, the limit of Excel itself; a longer one shows numbers as none does."""


@dataclass(frozen=True, slots=True)
class CellStyle:
    """The code of a number format, what it makes of numbers (dates, times; "" for numbers), and strikeout."""

    code: str
    shows: Literal["", "date", "duration"]
    struck: bool


PLAIN = CellStyle("General", "", struck=False)
"""The style of a cell that has none."""


@lru_cache(maxsize=1024)
def look_of(code: str, *, struck: bool) -> CellStyle:
    """The style of cells with this number format."""
    code = code if len(code) <= _LONGEST_CODE else PLAIN.code
    return CellStyle(code, _shows(code), struck)


def _shows(code: str) -> Literal["", "date", "duration"]:
    if is_timedelta_format(code):
        return "duration"
    return "date" if is_date_format(code) else ""
