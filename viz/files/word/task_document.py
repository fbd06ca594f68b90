"""A list of tasks as a Word document, by the template of the house or of an office.

What the Excel says is said here too, from the same `HandedList`. The same list and template give the same bytes.
"""

import io
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import Comment, LxmlError, _Element

from graph.errors import UsageError
from graph.messages.sentences import say
from queries.listing.paper_names import plan_of_task
from queries.rows import TaskRow
from viz.files.handed_list import HandedList, said
from viz.files.word.house_template import house_template
from viz.files.word.packing import packed
from viz.files.word.template_marks import (
    BASIS,
    LAST_DAY,
    MARKS,
    NUMBER,
    OF_LIST,
    OF_TASK,
    PLAN,
    SENTENCE,
    SOURCES,
    TITLE,
    UNTIL,
    fill,
    marked,
    marks_in,
)

MOST = 5000
"""Tasks of a document: some 400 pages, which Word opens in a few seconds."""


def task_document(handed: HandedList, template: bytes | None = None) -> bytes:
    """The document of a list.

    Raises UsageError for more than `MOST` tasks, for a template that is no Word file, has marks that are none, or no
    row of a table that is written for each task.
    """
    if len(handed.rows) > MOST:
        raise UsageError("word.too_many", number=len(handed.rows), most=MOST)
    document = _opened(house_template(handed.lang) if template is None else template)
    blocks = [_TaskRows.taken_out(some) for some in _blocks(_task_rows(document.element.body))]
    for part in (document.element.body, *_around(document)):
        fill(part, _of_list(handed))
    tasks = [_of_task(handed, number, row) for number, row in enumerate(handed.by_date(), start=1)]
    for block in blocks:
        block.write(tasks)
    return packed(document)


def _opened(template: bytes) -> WordDocument:
    """The template, with marks that can all be filled. Raises UsageError."""
    try:
        document = Document(io.BytesIO(template))
        around = _around(document)
        in_rows = {mark for row in _task_rows(document.element.body) for mark in marks_in(row)}
    except (OpcError, BadZipFile, LxmlError, AttributeError, KeyError, ValueError, OSError) as error:
        raise UsageError("word.no_template") from error
    if not in_rows:
        raise UsageError("word.no_row", mark=marked(MARKS["title"]))
    for part in (document.element.body, *around):
        for mark in marks_in(part):
            if mark not in {*OF_LIST, *in_rows} or mark not in {*OF_LIST, *OF_TASK}:
                raise UsageError("word.no_mark", mark=marked(mark), marks="、".join((*OF_LIST, *OF_TASK)))
    return document


def _task_rows(body: _Element) -> list[_Element]:
    """The rows of tables that have marks of a task, each the innermost around its marks."""
    return [
        row
        for row in body.iter(qn("w:tr"))
        if set(marks_in(row)) & set(OF_TASK) and not any(set(marks_in(one)) & set(OF_TASK) for one in _within(row))
    ]


def _within(row: _Element) -> list[_Element]:
    return [one for one in row.iter(qn("w:tr")) if one is not row]


def _around(document: WordDocument) -> list[_Element]:
    """The heads and feet of the pages that the template sets."""
    parts = [
        part
        for section in document.sections
        for part in (
            section.header,
            section.footer,
            section.first_page_header,
            section.first_page_footer,
            section.even_page_header,
            section.even_page_footer,
        )
        if not part.is_linked_to_previous
    ]
    return [part._element for part in parts]  # noqa: SLF001 - python-docx has no name for it


@dataclass(frozen=True, slots=True)
class _TaskRows:
    """Rows that are written together for each task, and the sign that stands where they stood."""

    rows: Sequence[_Element]
    sign: _Element

    @classmethod
    def taken_out(cls, rows: Sequence[_Element]) -> "_TaskRows":
        """The rows, taken out of their table: words of tasks must not be looked at for marks."""
        sign = Comment()
        rows[0].addprevious(sign)
        table = rows[0].getparent()
        for row in rows:
            if table is not None:
                table.remove(row)
        return cls(rows, sign)

    def write(self, tasks: Sequence[Mapping[str, str]]) -> None:
        """Write them for each task where they stood."""
        for values in tasks:
            for row in self.rows:
                written = deepcopy(row)
                fill(written, values)
                self.sign.addprevious(written)
        table = self.sign.getparent()
        if table is not None:
            table.remove(self.sign)


def _blocks(rows: Sequence[_Element]) -> list[list[_Element]]:
    """Rows that follow one another, together."""
    found: list[list[_Element]] = []
    for row in rows:
        if found and found[-1][-1].getnext() is row:
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _of_list(handed: HandedList) -> dict[str, str]:
    return {
        TITLE: handed.title,
        UNTIL: handed.until,
        SENTENCE: handed.sentence,
        BASIS: _basis(handed),
        NUMBER: str(len(handed.rows)),
    }


def _basis(handed: HandedList) -> str:
    if not handed.basis:
        return say(handed.lang, "taken.no_basis")
    return say(handed.lang, "taken.ended", words=handed.basis)


def _of_task(handed: HandedList, number: int, row: TaskRow) -> dict[str, str]:
    """The values of the marks in the row of a task; those of the list may stand there too."""
    words = {MARKS[key]: value for key, value in said(number, row, handed.lang).items()}
    sources = "\n".join(handed.sources(row))
    return {**_of_list(handed), **words, PLAN: plan_of_task(row), SOURCES: sources, LAST_DAY: row["due"]}
