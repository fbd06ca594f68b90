"""Small workbooks for tests: rows of values from a cell on, what is merged, parts changed by hand."""

import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from graph.statements import PlanDocument, Source
from loaders.extract import read_document
from loaders.read import read_bytes
from loaders.text import Paragraph, Table, Text

Value = object
NOWHERE = Source(None, None, None, None, "")
"""A source for statements that are compared without their places."""
LEDGER = ("序号", "督查事项", "具体任务", "牵头领导", "牵头单位", "配合单位", "完成时限", "进展情况", "备注")
"""The columns of the commonest list of tasks."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: rows from the cell `at` on, merged ranges, and whatever else is to be done with it."""

    rows: Sequence[Any]
    merges: Sequence[str] = ()
    at: tuple[int, int] = (1, 1)
    also: Callable[[Worksheet], object] = field(default=lambda _: None)


def book(*sheets: Sheet, names: Sequence[str] = ()) -> bytes:
    """The bytes of a workbook with these sheets."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for number, sheet in enumerate(sheets):
        page = made.create_sheet(names[number] if names else f"表{number + 1}")
        row, column = sheet.at
        for down, values in enumerate(sheet.rows):
            for right, value in enumerate(values):
                if value is not None:
                    page.cell(row + down, column + right).value = value
        sheet.also(page)
        for merge in sheet.merges:
            page.merge_cells(merge)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def changed(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """A package in which some parts are changed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, changes[name](part) if name in changes else part)
    return out.getvalue()


def text_of(*sheets: Sheet, names: Sequence[str] = ()) -> Text:
    """The text that is read from such a workbook."""
    return read_bytes(book(*sheets, names=names), "清单.xlsx")


def read_sheets(*sheets: Sheet, names: Sequence[str] = ()) -> PlanDocument:
    """What such a workbook says."""
    return read_document(text_of(*sheets, names=names))


def tables(text: Text) -> list[Table]:
    """The tables of a text."""
    return [block for block in text.blocks if isinstance(block, Table)]


def lines(text: Text) -> list[str]:
    """The paragraphs of a text."""
    return [block.words.text for block in text.blocks if isinstance(block, Paragraph)]


def cells(table: Table) -> list[list[str]]:
    """The words of a table's rows."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def owners(document: PlanDocument) -> list[tuple[str, tuple[str, ...]]]:
    """The work of each task with its leading and responsible units."""
    return [(task.content or task.title, task.lead_units + task.responsible_units) for task in document.tasks]


def reasons(document: PlanDocument) -> list[tuple[str, str]]:
    """Why what was not read was not, with its words."""
    return [(one.reason, one.source.quote) for one in document.unread]


def filled(rows: Iterable[Sequence[Value]]) -> list[Sequence[Value]]:
    """Rows under the ledger's header."""
    return [LEDGER, *rows]
