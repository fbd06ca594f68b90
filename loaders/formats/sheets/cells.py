"""What a cell says: its words as they are shown, line by line, without those that are struck out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import isfinite

from openpyxl.utils.datetime import from_excel, from_ISO8601

from loaders.files.repairs import INVISIBLE
from loaders.formats.sheets.dates import date_words
from loaders.formats.sheets.looks import PLAIN, CellStyle
from loaders.formats.sheets.numbers import number_words

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NO_WORDS = re.compile(r"[\t\x00-\x08\x0e-\x1f\x7f]")
_UNCLEAN = re.compile(rf"_x|[\t\x00-\x1f\x7f\x85\u2028\u2029]|{INVISIBLE.pattern}")
_LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_DIGITS = 5  # of the number of a day
_FIRST_DAY, _LAST_DAY = 36526, 73050
"""Numbers of the days from 2000 to 2099, as sheets count them."""

TextRun = tuple[str, bool | None]
"""Letters of one look: their words, and whether they are struck out (None: as their cell is)."""


@dataclass(frozen=True, slots=True)
class CellWords:
    """The lines of a cell, the words in it that are struck out, and the day that its number may stand for. `error` is
    what a formula gave instead of a value (#REF!), `odd` a value that is not written as its kind says, `number` the
    number itself, None where it is shown as a day or time.
    """

    lines: tuple[str, ...]
    struck: str = ""
    day: str = ""
    error: str = ""
    odd: str = ""
    number: float | None = None


def text_cell(runs: Sequence[TextRun], epoch: datetime, *, struck: bool) -> CellWords:
    """The words of a cell of text; `struck` says that its style strikes them out."""
    if len(runs) == 1 and not (struck if runs[0][1] is None else runs[0][1]):
        text = runs[0][0]
        number = int(text) if len(text) == _DIGITS and text.isascii() and text.isdigit() else 0
        return CellWords(_lines(text), day=_day(number, epoch))
    kept = "".join(text for text, own in runs if not (struck if own is None else own))
    gone = "".join(text for text, own in runs if (struck if own is None else own))
    return CellWords(_lines(kept), " ".join(_lines(gone)))


def odd_cell(value: str, shown: str, epoch: datetime, *, struck: bool) -> CellWords:
    """The words of a cell whose value is no number or day, though the file says so: those shown, else the value."""
    return replace(text_cell(((shown or value, None),), epoch, struck=struck), odd=value)


def number_cell(value: float, style: CellStyle, epoch: datetime) -> CellWords:
    """The words of a number, or of the date or time that it is shown as."""
    words = _shown(value, style, epoch)
    if style.struck:
        return CellWords((), words)
    lines = (words,) if words else ()
    return CellWords(lines) if style.shows else CellWords(lines, day=_day(value, epoch), number=value)


def iso_date_cell(words: str, style: CellStyle) -> CellWords:
    """The words of a date that is written out in the file."""
    shown = date_words(from_ISO8601(words), style.code)  # type: ignore[no-untyped-call]
    return CellWords((), shown) if style.struck else CellWords((shown,))


def _shown(value: float, style: CellStyle, epoch: datetime) -> str:
    if not isfinite(value):
        return str(value)
    if style.shows:
        try:
            return date_words(from_excel(value, epoch, timedelta=style.shows == "duration"), style.code)
        except (OverflowError, ValueError):  # a number of no day in the calendar is shown as a number
            return number_words(value, PLAIN.code)
    return number_words(value, style.code).strip()


def _day(number: float, epoch: datetime) -> str:
    """The words of the day that a number may stand for, "" for none."""
    within = _FIRST_DAY <= number <= _LAST_DAY and number == int(number)
    return date_words(from_excel(number, epoch), "") if within else ""


def _lines(words: str) -> tuple[str, ...]:
    """The lines of a cell that hold words, without blanks around them and signs that have no width."""
    if not _UNCLEAN.search(words):
        words = words.strip()
        return (words,) if words else ()
    words = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words)
    lines = (_NO_WORDS.sub(" ", INVISIBLE.sub("", line)).strip() for line in _LINE_ENDS.split(words))
    return tuple(line for line in lines if line)
