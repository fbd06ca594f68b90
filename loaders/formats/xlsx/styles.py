"""The styles of a workbook that cells refer to."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from openpyxl.styles.numbers import BUILTIN_FORMATS

from loaders.formats.sheets.looks import PLAIN, CellStyle, look_of
from loaders.formats.xlsx.names import local


def read_styles(tree: ET.Element) -> Iterator[CellStyle]:
    """The styles that cells refer to, by their numbers."""
    groups = {local(group): group for group in tree}
    codes = {one.get("numFmtId", ""): one.get("formatCode", "") for one in groups.get("numFmts", ())}
    struck = [any(local(one) == "strike" and _is_on(one) for one in font) for font in groups.get("fonts", ())]
    for one in groups.get("cellXfs", ()):
        font, number = _number(one.get("fontId")), _number(one.get("numFmtId"))
        code = codes.get(str(number)) or BUILTIN_FORMATS.get(number, PLAIN.code)
        yield look_of(code, struck=font < len(struck) and struck[font])


def _is_on(setting: ET.Element) -> bool:
    return setting.get("val", "1") not in ("0", "false", "off")


def _number(words: str | None) -> int:
    return int(words) if words and words.isascii() and words.isdigit() and len(words) < 10 else 0  # noqa: PLR2004
