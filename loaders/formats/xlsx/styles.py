"""How cells look, as far as it matters: the formats of their numbers, and whether they are struck out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from xml.etree import ElementTree as ET

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

from loaders.formats.xlsx.names import local

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


def read_styles(tree: ET.Element) -> Iterator[CellStyle]:
    """The styles that cells refer to, by their numbers."""
    groups = {local(group): group for group in tree}
    codes = {one.get("numFmtId", ""): one.get("formatCode", "") for one in groups.get("numFmts", ())}
    struck = [any(local(one) == "strike" and _is_on(one) for one in font) for font in groups.get("fonts", ())]
    for one in groups.get("cellXfs", ()):
        font, number = _number(one.get("fontId")), _number(one.get("numFmtId"))
        code = codes.get(str(number)) or BUILTIN_FORMATS.get(number, PLAIN.code)
        code = code if len(code) <= _LONGEST_CODE else PLAIN.code
        yield CellStyle(code, _shows(code), font < len(struck) and struck[font])


@lru_cache(maxsize=256)
def _shows(code: str) -> Literal["", "date", "duration"]:
    if is_timedelta_format(code):
        return "duration"
    return "date" if is_date_format(code) else ""


def _is_on(setting: ET.Element) -> bool:
    return setting.get("val", "1") not in ("0", "false", "off")


def _number(words: str | None) -> int:
    return int(words) if words and words.isascii() and words.isdigit() and len(words) < 10 else 0  # noqa: PLR2004
