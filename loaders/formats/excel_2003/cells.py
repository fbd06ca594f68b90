"""What a cell of a workbook of Excel 2003 says, and the styles by which it is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from loaders.formats.excel_2003 import names as n
from loaders.formats.sheets.cells import CellWords, TextRun, iso_date_cell, number_cell, odd_cell, text_cell
from loaders.formats.sheets.looks import PLAIN, CellStyle, look_of

_NAMED = {
    "General Number": "General",
    "General Date": "yyyy/m/d h:mm",
    "Long Date": 'yyyy"年"m"月"d"日"',
    "Medium Date": "yyyy/m/d",
    "Short Date": "yyyy/m/d",
    "Long Time": "h:mm:ss",
    "Medium Time": "h:mm",
    "Short Time": "h:mm",
    "Currency": "#,##0.00",
    "Euro Currency": "#,##0.00",
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Percent": "0.00%",
    "Scientific": "0.00E+00",
}
"""The codes of number formats that Excel 2003 writes by a name."""
_MOST_PARENTS = 20
_LONGEST_NUMBER = 40
_TRUTH = {"1": "TRUE", "0": "FALSE"}


@dataclass(frozen=True, slots=True)
class Looks:
    """The styles of a workbook by their ids, and the day from which it counts."""

    styles: dict[str, CellStyle]
    epoch: datetime

    @classmethod
    def of(cls, root: etree._Element, epoch: datetime) -> "Looks":
        """The styles that a workbook declares; what a style does not say is as its parent says."""
        declared = {style.get(n.ID, ""): style for style in root.iterfind(f"{n.STYLES}/{n.STYLE}")}
        return cls({name: _look(name, declared) for name in declared}, epoch)

    def look(self, *names: str | None) -> CellStyle:
        """The style of the first name that there is."""
        named = (*(name for name in names if name), "Default")
        return next((self.styles[name] for name in named if name in self.styles), PLAIN)


def _look(name: str, declared: dict[str, etree._Element]) -> CellStyle:
    code: str | None = None
    struck: str | None = None
    for _ in range(_MOST_PARENTS):
        style = declared.get(name)
        if style is None:
            break
        shows, font = style.find(n.NUMBER_FORMAT), style.find(n.FONT)
        code = code if code is not None or shows is None else shows.get(n.FORMAT, PLAIN.code)
        struck = struck if struck is not None or font is None else font.get(n.STRUCK)
        name = style.get(n.PARENT, "Default" if name != "Default" else "")
    code = code or PLAIN.code
    return look_of(_NAMED.get(code, code), struck=struck == "1")


def words_of(data: etree._Element, look: CellStyle, epoch: datetime) -> CellWords | None:
    """The words of the data of a cell, None for none."""
    kind, runs = data.get(n.TYPE, "String"), list(_runs(data, struck=None))
    value = "".join(words for words, _ in runs)
    if not value.strip():
        return None
    if kind == "Error":
        return CellWords((), error=value.strip())
    if kind == "Boolean":
        return text_cell([(_TRUTH.get(value.strip(), value), None)], epoch, struck=look.struck)
    if kind in ("Number", "DateTime"):
        try:
            return _of_value(kind, value.strip(), look, epoch)
        except (ValueError, OverflowError):  # neither a number nor a day
            return odd_cell(value.strip(), "", epoch, struck=look.struck)
    return text_cell(runs, epoch, struck=look.struck)


def _of_value(kind: str, value: str, look: CellStyle, epoch: datetime) -> CellWords:
    if kind == "DateTime":
        return iso_date_cell(value.partition(".")[0], look)
    if len(value) > _LONGEST_NUMBER:
        raise ValueError(value)
    return number_cell(float(value), look, epoch)


def _runs(element: etree._Element, *, struck: bool | None) -> Iterator[TextRun]:
    """The stretches of a cell's words, each with whether it is struck out."""
    own = True if element.tag == n.STRUCK_WORDS else struck
    if element.text:
        yield element.text, own
    for child in element:
        yield from _runs(child, struck=own)
        if child.tail:
            yield child.tail, own
