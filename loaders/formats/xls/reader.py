"""Old workbooks: what the worker found in one, as grids."""

from collections.abc import Iterator, Mapping
from typing import Any

from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from graph.errors import FileRefusedError
from graph.words.sheet_columns import column_letters
from loaders.formats.content import Content
from loaders.formats.grids.grid import Grid, MergedRange
from loaders.formats.sheets.cells import CellWords, number_cell, text_cell
from loaders.formats.sheets.content import content_of
from loaders.formats.sheets.grids import SheetFacts, SheetRow, SheetRows, grid_of
from loaders.formats.sheets.looks import look_of
from loaders.limited.call import call_limited
from loaders.limits import MOST_MERGES


def read_xls(data: bytes) -> Content:
    """The words and blocks of an old workbook. Raises FileRefusedError for one that is damaged, encrypted or empty."""
    try:
        made = call_limited("loaders.formats.xls.cells", "cells_of", data)
    except FileRefusedError as error:
        raise (FileRefusedError("file.workbook_damaged") if error.key == "file.damaged" else error) from error
    return content_of(_grids(made))


def _grids(made: Mapping[str, Any]) -> Iterator[Grid]:
    epoch = MAC_EPOCH if made["from_1904"] else WINDOWS_EPOCH
    for sheet in made["sheets"]:
        if len(sheet["merges"]) > MOST_MERGES:
            raise FileRefusedError("file.workbook_large")
        rows = (
            SheetRow(number, hidden, tuple((cell[0], _words(cell, epoch)) for cell in cells))
            for number, hidden, cells in sheet["rows"]
        )
        facts = SheetFacts(
            sheet["name"],
            sheet["hidden"],
            [MergedRange(*one) for one in sheet["merges"]],
            [f"{column_letters(column)}{row}" for row, column in sheet["comments"]],
            [(row, column, "=") for row, column in sheet["uncalculated"]],
        )
        yield grid_of(SheetRows(tuple(rows), tuple((one, one) for one in sheet["columns"])), facts)


def _words(cell: list[Any], epoch: Any) -> CellWords:  # noqa: ANN401 - a day of the library's
    _, kind, value, code, struck = cell
    if kind == "text":
        return text_cell([(words, gone) for words, gone in value], epoch, struck=struck)
    if kind == "error":
        return CellWords((), error=value)
    return number_cell(value, look_of(code, struck=struck), epoch)
