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
_NO_WORDS = re.compile(r"[\t\x00-\x08\x0e-\x1f\x7f]")
_UNCLEAN = re.compile(rf"_x|[\t\x00-\x1f\x7f\x85\u2028\u2029]|{INVISIBLE.pattern}")
_LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_DIGITS = 5  # of the number of a day
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


def read_cell(cell: Cell, *, struck: bool) -> CellWords:
    """The words of a cell; `struck` says that its style strikes them out."""
    value = cell.value
    if cell.data_type == "e":
        return CellWords((), error=str(value))
    if isinstance(value, CellRichText):
        kept = "".join(str(run) for run in value if not _is_struck(run, whole=struck))
        gone = "".join(str(run) for run in value if _is_struck(run, whole=struck))
        return CellWords(_lines(kept), " ".join(_lines(gone)))
    lines = _lines(value if isinstance(value, str) else _shown(value, cell.number_format))
    if struck:
        return CellWords((), " ".join(lines))
    return CellWords(lines, serial=_serial(value))


def _serial(value: object) -> float | None:
    """The number of a day, where a cell holds one, be it as text."""
    if isinstance(value, str):
        value = int(value) if len(value) == _DIGITS and value.isascii() and value.isdigit() else 0
    return float(value) if isinstance(value, int | float) and value in _SERIALS else None


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
    if not _UNCLEAN.search(words):
        words = words.strip()
        return (words,) if words else ()
    words = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words)
    lines = (_NO_WORDS.sub(" ", INVISIBLE.sub("", line)).strip() for line in _LINE_ENDS.split(words))
    return tuple(line for line in lines if line)
