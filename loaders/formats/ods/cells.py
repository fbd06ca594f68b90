"""What a cell of an OpenDocument sheet says: the words that it shows, as the file holds them."""

import re
from collections.abc import Iterator

from lxml import etree
from openpyxl.utils.datetime import WINDOWS_EPOCH

from loaders.formats.ods import names as n
from loaders.formats.ods.styles import OdsStyles
from loaders.formats.sheets.cells import CellWords, TextRun, iso_date_cell, number_cell, odd_cell, text_cell
from loaders.formats.sheets.looks import look_of

_WITH_YEAR = re.compile(r"\s*\d{4}\D")
"""How a date that is shown begins where every reader knows it; others are written as 2025年6月30日."""
_ERROR = re.compile(r"#[A-Z/0]+[!?]?|Err:\d+")
_MOST_SPACES = 100
_LONGEST_NUMBER = 40


def words_of(cell: etree._Element, styles: OdsStyles) -> CellWords | None:
    """The words of a cell, None for one that holds none."""
    struck = bool(styles.strikes(cell.get(n.STYLE_NAME)))
    kind = cell.get(n.VALUE_TYPE, "")
    runs = list(_runs(cell, styles))
    shown = "".join(words for words, _ in runs)
    day = cell.get(n.DATE_VALUE, "")
    if kind == "date" and day and not _WITH_YEAR.match(shown):
        try:
            return iso_date_cell(day, look_of("", struck=struck))
        except ValueError:
            return odd_cell(day, shown, WINDOWS_EPOCH, struck=struck)
    if _ERROR.fullmatch(shown.strip()) and cell.get(n.FORMULA):
        return CellWords((), error=shown.strip())
    if shown.strip():
        return text_cell(runs, WINDOWS_EPOCH, struck=struck)
    if kind == "float" and len(number := cell.get(n.VALUE, "")) < _LONGEST_NUMBER and number:
        return number_cell(float(number), look_of("General", struck=struck), WINDOWS_EPOCH)
    words = cell.get(n.STRING_VALUE, "")
    return text_cell([(words, None)], WINDOWS_EPOCH, struck=struck) if words.strip() else None


def _runs(cell: etree._Element, styles: OdsStyles) -> Iterator[TextRun]:
    """The stretches of a cell's paragraphs, each with whether it is struck out; a paragraph ends a line."""
    for at, paragraph in enumerate(cell.iterchildren(n.PARAGRAPH)):
        if at:
            yield "\n", False
        yield from _inside(paragraph, styles, None)


def _inside(element: etree._Element, styles: OdsStyles, struck: bool | None) -> Iterator[TextRun]:  # noqa: FBT001
    if element.text:
        yield element.text, struck
    for child in element:
        if child.tag in (n.SPAN, n.LINK):
            own = styles.strikes(child.get(n.TEXT_STYLE))
            yield from _inside(child, styles, struck if own is None else own)
        elif child.tag == n.SPACES:
            count = child.get(n.COUNT, "1")
            yield " " * (min(int(count), _MOST_SPACES) if count.isdecimal() and len(count) < 5 else 1), struck  # noqa: PLR2004
        elif child.tag in (n.TAB, n.BREAK):
            yield ("\n" if child.tag == n.BREAK else " "), struck
        if child.tail:
            yield child.tail, struck
