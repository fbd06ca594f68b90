"""The papers of the corpus as Word documents say what they say as text."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph.statements import PlanDocument, Source
from loaders.extract import read_document
from loaders.read import read, read_bytes
from loaders.text import Cell, Paragraph, Table, Text
from tests.loaders.formats.docx.word_files import docx, p, tbl, tc, tr

CORPUS = Path(__file__).parents[3] / "corpus"
ONLY_IN_TEXT = {
    "behind_page_numbers": "a page that cuts a row",
    "carriage_returns_and_form_feeds": "a page that cuts a row",
    "rows_that_do_not_fit": "rows whose cells ran together, which a table of Word fills up",
    "cells_without_tabs": "rows whose cells ran together, which a table of Word fills up",
}
NOTES_IN_ROWS = {"merged_and_captions", "notes_state_conventions"}
"""Papers with a note in the last row of a table, which is a row in a text and a line below the table elsewhere: what is
not read of it is told for another reason."""
PAPERS = sorted(path for path in CORPUS.glob("**/*.txt") if path.stem not in ONLY_IN_TEXT)
NOWHERE = Source(None, None, None, None, "")


def in_word(text: Text) -> bytes:
    """A text as a Word document: its paragraphs, and its tables with a header of one row."""
    pieces = []
    for block in text.blocks:
        if isinstance(block, Paragraph):
            pieces.append(p(printable(block.words.text)))
        else:
            pieces.append(tbl(*_rows(block)))
    return docx("".join(pieces))


def _rows(table: Table) -> list[str]:
    first = table.header_rows[0]
    whole = len(first.cells) == len(table.header) and len(table.header_rows) == 1
    head = [tr(*(map(_cell, first.cells) if whole else table.header))] if first.start >= table.start else []
    return [
        *head,
        *(
            tr(_cell(row.cells[0], len(table.header)) if len(row.cells) == 1 else "".join(map(_cell, row.cells)))
            for row in table.rows
        ),
    ]


def _cell(cell: Cell, span: int = 1) -> str:
    return tc(printable(cell.text), span=span)


def printable(words: str) -> str:
    """Words without what cannot stand in XML."""
    return "".join(sign for sign in words if sign >= " " or sign in "\t\n")


def said(document: PlanDocument) -> dict[str, list[object]]:
    """What a document says, without its places."""
    groups = {name: getattr(document, name) for name in ("plans", "tasks", "changes", "appointments")}
    told = {name: [replace(one, source=NOWHERE) for one in group] for name, group in groups.items()}
    return {**told, "head": [replace(document.head, source=NOWHERE)], "unread": [one.reason for one in document.unread]}


@pytest.mark.parametrize("path", PAPERS, ids=[str(path.relative_to(CORPUS).with_suffix("")) for path in PAPERS])
def test_it_says_the_same(path: Path) -> None:
    text = read(path)
    in_text, word = said(read_document(text)), said(read_document(read_bytes(in_word(text), "方案.docx")))
    if path.stem in NOTES_IN_ROWS:
        assert len(word.pop("unread")) == len(in_text.pop("unread"))
    assert word == in_text
