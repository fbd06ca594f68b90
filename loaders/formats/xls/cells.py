"""What xlrd finds in an old workbook, as plain lists, in a process of its own (`loaders.limited`).

It imports little: the worker is started for each file.
"""

import os
from collections.abc import Collection, Iterator
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Any

import xlrd

from loaders.formats.xls.formulas import never_calculated
from loaders.limited.worker import WorkerRefusal, allow_seconds
from loaders.limits import MOST_CELLS

_SECONDS_A_MEGABYTE = 10
_Places = Collection[tuple[int, int]]
"""Rows and columns, from 0."""
_BIFF_8 = 80
"""The kind of records that Excel writes since 1997."""
_TEXT, _NUMBER, _DATE, _TRUTH, _ERROR = range(1, 6)
"""Types of cells; others are empty."""


def cells_of(data: bytes) -> dict[str, Any]:
    """The sheets of a workbook, and whether it counts days from 1904."""
    allow_seconds(_SECONDS_A_MEGABYTE * (1 + len(data) // 1_000_000))
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        try:
            book = xlrd.open_workbook(
                file_contents=data, logfile=nowhere, formatting_info=True, ragged_rows=True, on_demand=True
            )
            sheets = book.sheets()
        except xlrd.XLRDError as error:
            raise WorkerRefusal("file.encrypted" if "encrypted" in str(error) else "file.workbook_damaged") from error
    left = [MOST_CELLS]
    formulas = never_calculated(_stream(book))
    told = [_sheet(book, sheet, own, left) for sheet, own in zip_longest(sheets, formulas[: len(sheets)], fillvalue=())]
    return {"from_1904": book.datemode == 1, "sheets": told}


def _stream(book: Any) -> bytes:  # noqa: ANN401 - xlrd has no types
    """The records of a workbook; of one of the oldest kinds, whose records are others, none."""
    if book.biff_version < _BIFF_8 or book.mem is None:
        return b""
    return bytes(book.mem[book.base : book.base + book.stream_len])


def _sheet(book: Any, sheet: Any, formulas: _Places, left: list[int]) -> dict[str, Any]:  # noqa: ANN401 - no types
    """A sheet: its rows by number, each whether it is hidden, and its cells."""
    rows = []
    for number in range(sheet.nrows):
        cells = [cell for cell in _cells(book, sheet, number) if (number, cell[0] - 1) not in formulas]
        left[0] -= len(cells)
        if left[0] < 0:
            raise WorkerRefusal("file.too_many_cells", limit=MOST_CELLS)
        if cells:
            settings = sheet.rowinfo_map.get(number)
            rows.append([number + 1, bool(settings and settings.hidden), cells])
    return {
        "name": sheet.name,
        "hidden": sheet.visibility != 0,
        "rows": rows,
        "merges": [[top + 1, left_ + 1, bottom, right] for top, bottom, left_, right in sheet.merged_cells],
        "columns": sorted(column + 1 for column, one in sheet.colinfo_map.items() if one.hidden),
        "uncalculated": sorted([row + 1, column + 1] for row, column in formulas),
        "comments": sorted([row + 1, column + 1] for row, column in sheet.cell_note_map),
    }


def _cells(book: Any, sheet: Any, row: int) -> Iterator[list[Any]]:  # noqa: ANN401
    """The filled cells of a row: column, kind, value, number format, and whether it is struck out."""
    kinds, values = sheet.row_types(row), sheet.row_values(row)
    for column, kind in enumerate(kinds):
        if not _TEXT <= kind <= _ERROR or values[column] == "":
            continue
        look = book.xf_list[sheet.cell_xf_index(row, column)]
        struck = bool(book.font_list[look.font_index].struck_out)
        if kind == _TEXT:
            runs = sheet.rich_text_runlist_map.get((row, column), ())
            yield [column + 1, "text", _runs(book, values[column], struck, runs), "", struck]
        elif kind in (_NUMBER, _DATE):
            yield [column + 1, "number", values[column], book.format_map[look.format_key].format_str, struck]
        elif kind == _TRUTH:
            yield [column + 1, "text", [["TRUE" if values[column] else "FALSE", struck]], "", struck]
        else:
            yield [column + 1, "error", xlrd.error_text_from_code.get(values[column], "#ERROR"), "", struck]


def _runs(book: Any, words: str, struck: bool, runs: Any) -> list[list[Any]]:  # noqa: ANN401, FBT001
    """The words by stretches of one font, each with whether it is struck out; the first is as the cell is."""
    edges = [(0, struck), *((at, bool(book.font_list[font].struck_out)) for at, font in runs), (len(words), False)]
    return [[words[at:end], gone] for (at, gone), (end, _) in pairwise(edges) if words[at:end]]
