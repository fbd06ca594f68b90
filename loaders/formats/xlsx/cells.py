"""What a cell says: its words as they are shown, line by line, without those that are struck out."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock

from loaders.files.plain import INVISIBLE
from loaders.formats.xlsx.dates import date_words
from loaders.formats.xlsx.numbers import number_words

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NO_LINE_ENDS = re.compile(r"[\t\x00-\x08\x0e-\x1f\x7f]")
_LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_SERIALS = range(36526, 73051)
"""Numbers of the days from 2000 to 2099, as sheets count them."""


@dataclass(frozen=True, slots=True)
class CellWords:
    """The lines of a cell, the words in it that are struck out, and the day that its number may stand for. `error` is
    what a formula gave instead of a value (#REF!).
    """

    lines: tuple[str, ...]
    struck: str = ""
    serial: float | None = None
    error: str = ""


def read_cell(cell: Cell) -> CellWords:
    """The words of a cell."""
    value, struck = cell.value, bool(cell.font.strike)
    if cell.data_type == "e":
        return CellWords((), error=str(value))
    if isinstance(value, CellRichText):
        kept = "".join(str(run) for run in value if not _is_struck(run, whole=struck))
        gone = "".join(str(run) for run in value if _is_struck(run, whole=struck))
        return CellWords(_lines(kept), " ".join(_lines(gone)))
    lines = _lines(_shown(value, cell.number_format))
    if struck:
        return CellWords((), " ".join(lines))
    whole = isinstance(value, int | float) and not isinstance(value, bool) and value == int(value)
    digits = value if whole else int(lines[0]) if len(lines) == 1 and re.fullmatch(r"\d{5}", lines[0], re.ASCII) else 0
    return CellWords(lines, serial=float(digits) if isinstance(digits, int | float) and digits in _SERIALS else None)


def _is_struck(run: str | TextBlock, *, whole: bool) -> bool:
    """Whether a run of letters is struck out; one without a font of its own is as its cell."""
    return bool(run.font.strike) if isinstance(run, TextBlock) else whole


def _shown(value: object, code: str) -> str:
    if isinstance(value, datetime | date | time | timedelta):
        return date_words(value, code)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return number_words(value, code)
    return "" if value is None else str(value)


def _lines(words: str) -> tuple[str, ...]:
    """The lines of a cell that hold words, without blanks around them and signs that have no width."""
    words = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words)
    lines = (_NO_LINE_ENDS.sub(" ", INVISIBLE.sub("", line)).strip() for line in _LINE_ENDS.split(words))
    return tuple(line for line in lines if line)
