"""A converted table as the bytes of a file: text with commas or TABs, or a workbook."""

import csv
import io
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from api.ask.sheets import cell_text
from api.conversion.converting import ConvertedTable
from graph.errors import UsageError
from viz.files.plain_workbook import PlainSheet, Value, plain_workbook

_SIGNS: Mapping[str, str] = {".csv": ",", ".tsv": "\t", ".txt": "\t"}
_WORKBOOK = ".xlsx"
_NAME, _SUMS = "转换结果", "合计"
"""Names of the sheets of a workbook that was made of text, and of sums."""
_BESIDE = "-sums"
"""What the name of a file of sums has behind that of the table."""


def check_ending(path: Path) -> None:
    """Raise UsageError for a file in which no table is written."""
    if path.suffix.lower() not in {*_SIGNS, _WORKBOOK}:
        raise UsageError("convert.ending", path=path)


def files_of(path: Path, converted: ConvertedTable) -> dict[Path, bytes]:
    """The files of a converted table: of text one for the rows and one beside for sums, where there are any."""
    sums = converted.summed()
    if path.suffix.lower() == _WORKBOOK:
        header = len(converted.table.above)
        sheets = [PlainSheet(converted.table.sheet or _NAME, converted.written(), header)]
        return {path: plain_workbook([*sheets, *([PlainSheet(_SUMS, sums)] if sums else [])])}
    sign = _SIGNS[path.suffix.lower()]
    found = {path: _text(converted.written(), sign)}
    if sums:
        found[path.with_stem(path.stem + _BESIDE)] = _text(sums, sign)
    return found


def beside(path: Path) -> list[Path]:
    """The paths that `files_of` may write to."""
    return [path] if path.suffix.lower() == _WORKBOOK else [path, path.with_stem(path.stem + _BESIDE)]


def _text(rows: Sequence[Sequence[Value]], sign: str) -> bytes:
    """Rows as text for spreadsheets, which know UTF-8 by its mark; see `api.ask.sheets` on cells like formulas."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=sign, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([[cell_text(plain(value)) for value in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def plain(value: Value) -> str:
    """A value as text: a number in full, without a needless zero and not as a power of ten (4e-07)."""
    if isinstance(value, str):
        return value
    return f"{Decimal(repr(value)):f}".removesuffix(".0")
