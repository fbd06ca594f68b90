"""Event tables and unit tables of a store as files: text with commas, or a workbook; the same bytes on every run."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from api.ask.sheets import cell_text
from graph.derive.corpus import Corpus, corpus_of
from graph.errors import UsageError
from graph.exports.registers.coded import leg_rows, unit_rows
from graph.exports.registers.named import change_rows, place_rows
from graph.exports.registers.tables import EVENT_COLUMNS, UNIT_COLUMNS, EventRow, in_columns
from graph.refresh.outlines import read_outlines
from graph.stores.corrections import stored_corrections
from graph.stores.decisions import stored_decisions
from graph.stores.protocol import Store
from graph.stores.read_back import page_nodes, read_edges_from
from queries.ask import ask
from queries.citations import citation

RegisterTable = Literal["events", "units"]
MARK = "\ufeff"
"""By which spreadsheets know UTF-8."""
_SHEET = "Sheet1"
_AT_ONCE = 2000
"""Passages whose places are asked for at once."""


def table(store: Store, which: RegisterTable) -> list[tuple[str, ...]]:
    """The header of a table and its rows: what papers tell by name, then what registers tell by code.

    Raises StoreError where the store fails.
    """
    if which == "events":
        return [EVENT_COLUMNS, *_events(store)]
    return [UNIT_COLUMNS, *_units(store)]


def to_file(rows: Iterable[Sequence[str]], ending: str) -> bytes:
    """A table as a file with an ending (.csv, .xlsx); no cell is taken for a formula. Raises UsageError for another."""
    match ending.lower():
        case ".csv":
            out = io.StringIO()
            csv.writer(out, lineterminator="\r\n").writerows([cell_text(cell) for cell in row] for row in rows)
            return (MARK + out.getvalue()).encode()
        case ".xlsx":
            from viz.files.plain_workbook import (  # noqa: PLC0415 - only where a workbook is written
                PlainSheet,
                plain_workbook,
            )

            return plain_workbook([PlainSheet(_SHEET, list(rows))])
        case _:
            raise UsageError("export.table_suffix", suffix=ending)


def _events(store: Store) -> Iterator[tuple[str, ...]]:
    named = change_rows(_corpus(store))
    cited = _citations(store, {one.passage for row in named for one in row.told if not one.statement.cited})
    for row in named:
        yield in_columns({**row.cells, "source": _source(row, cited)}, EVENT_COLUMNS)
    yield from (in_columns(cells, EVENT_COLUMNS) for cells in leg_rows(store))


def _units(store: Store) -> Iterator[tuple[str, ...]]:
    places = {node.id: node for page in page_nodes(store, "Place") for node in page if not node.properties["scheme"]}
    edges = read_edges_from(store, "Place", places)
    above = {edge.start[1]: edge.end[1] for edge in edges if edge.type == "PART_OF"}
    if places:
        yield from (in_columns(cells, UNIT_COLUMNS) for cells in place_rows(places, above, _corpus(store)))
    yield from (in_columns(cells, UNIT_COLUMNS) for cells in unit_rows(store))


def _corpus(store: Store) -> Corpus:
    outlines = read_outlines(store)
    return corpus_of(outlines.documents, stored_decisions(store), stored_corrections(store), outlines.tasks)


def _source(row: EventRow, cited: dict[str, str]) -> str:
    places = (one.statement.cited or cited.get(one.passage, "") for one in row.told)
    return "; ".join(dict.fromkeys(filter(None, places)))


def _citations(store: Store, passages: set[str]) -> dict[str, str]:
    wanted = sorted(passages)
    found: dict[str, str] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        rows = ask(store, "sources/of_passages", passages=wanted[start : start + _AT_ONCE])
        found |= {row["passage_id"]: citation(row) for row in rows}
    return found
