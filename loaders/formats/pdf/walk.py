"""The walk over the pages of a PDF, in a worker process: their lines, and the cells of their ruled tables.

It reads no words: what they mean is not known here. A page comes out as a list, of which `loaders.formats.pdf.pages`
makes what it stands for.
"""

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from loaders.formats.pdf.cells import RuledGrid, grids_of
from loaders.formats.pdf.fields import TypedPage, with_typed
from loaders.formats.pdf.fonts import use_box_font
from loaders.formats.pdf.lines import RunLine, into_cells, lines_of, strike_by_notes, struck_out
from loaders.formats.pdf.rules import Rules, read_rules
from loaders.formats.pdf.runs import Frame, Run, read_runs
from loaders.limited.worker import WorkerRefusal, allow_seconds

MOST_PAGES = 2_000
_SECONDS = 10
_PAGES = 100
"""A process may take so many seconds for so many pages."""
_LEAST_EM = 0.1  # points
_LOST = ["unread.lost_page", ""]
"""What stands in place of a page that cannot be opened."""


def walk(data: bytes) -> list[Any]:
    """The pages of a PDF. Raises WorkerRefusal with the reason for what cannot be read."""
    pdfium.FPDF_InitLibrary()
    use_box_font()
    held = ctypes.create_string_buffer(data, len(data))
    document = pdfium.FPDF_LoadMemDocument64(held, len(data), None)
    if not document:
        encrypted = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise WorkerRefusal("file.encrypted" if encrypted else "file.pdf_damaged")
    count = pdfium.FPDF_GetPageCount(document)
    if count > MOST_PAGES:
        raise WorkerRefusal("file.too_many_pages", limit=MOST_PAGES)
    allow_seconds(_SECONDS * -(-count // _PAGES))
    pages = []
    for index in range(count):
        opened = pdfium.FPDF_LoadPage(document, index)
        typed = with_typed(document, index, opened) if opened else None
        if typed is None or not typed.page:
            pages.append(_lost(index + 1))
            continue
        pages.append(_page(typed, index + 1))
        pdfium.FPDF_ClosePage(typed.page)
    if all(_LOST in asides for *_, asides in pages):
        raise WorkerRefusal("file.pdf_damaged")
    return pages


def _lost(number: int) -> list[Any]:
    """A page that cannot be opened."""
    return [number, [0, 0, 0], [], [], [], [0, 0, 0], [_LOST]]


def _page(typed: TypedPage, number: int) -> list[Any]:
    """A page: its number, size and turn; the lines outside tables; the tables; how many characters were seen, and how
    many of them have no meaning; how many pictures it has; which words are no part of it, each with its reason.
    """
    page = typed.page
    frame = _frame(page)
    text = pdfium.FPDFText_LoadPage(page)
    characters = read_runs(text, frame)
    pdfium.FPDFText_ClosePage(text)
    shown, frame = frame, characters.frame
    rules = read_rules(page, frame, typed.own)
    on_page, beyond = _on_page(characters.runs, frame)
    strike_by_notes(rules, on_page, [frame.box(*box) for box in typed.struck])
    runs = struck_out(on_page, rules)
    grids = grids_of(rules)
    outside, inside = into_cells(runs, grids)
    tables = [_table(grid, cells) for grid, cells in zip(grids, inside, strict=True)]
    counts = [characters.seen, characters.unknown, rules.pictures]
    size = [*map(_short, frame.size), (shown.turn - frame.turn) % 4]
    lines = [_line(line) for line in lines_of(outside)]
    turned = "".join(characters.turned)
    asides = [["unread.field", value] for value in typed.values]
    asides += [["unread.turned", turned]] if turned else []
    asides += [["unread.off_page", run.text] for run in beyond]
    return [number, size, lines, tables, _across(rules), counts, asides]


def _on_page(runs: Sequence[Run], frame: Frame) -> tuple[list[Run], list[Run]]:
    """The runs that a page shows, and those that lie beyond its edges."""
    width, height = frame.size
    found: tuple[list[Run], list[Run]] = ([], [])
    for run in runs:
        shown = run.right > 0 and run.left < width and run.bottom > 0 and run.top < height
        found[not shown].append(run)
    return found


def _frame(page: pdfium.FPDF_PAGE) -> Frame:
    """The frame of a page as it is shown."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    turn = max(pdfium.FPDFPage_GetRotation(page), 0) % 4
    return Frame(box.left, box.bottom, box.right, box.top, turn)


def _across(rules: Rules) -> list[list[float]]:
    """The lines across the page: three of them may make a table without lines down."""
    return [[_short(rule.at), _short(rule.start), _short(rule.end)] for rule in rules.across[:200]]


def _table(grid: RuledGrid, inside: dict[int, list[Run]]) -> list[Any]:
    """A table: the edges of its columns and rows, and its cells with their lines."""
    cells = [
        [cell.top, cell.bottom, cell.left, cell.right, [_line(line) for line in lines_of(inside.get(number, ()))]]
        for number, cell in enumerate(grid.cells)
    ]
    return [[*map(_short, grid.xs)], [*map(_short, grid.ys)], cells]


def _line(line: RunLine) -> list[Any]:
    """A line: its em and baseline, and its stretches, of which blanks part one from the next."""
    return [
        max(_short(line.em), _LEAST_EM),
        _short(line.runs[0].base),
        [_stretch(part) for part in _stretches(line.runs)],
    ]


def _stretches(runs: Sequence[Run]) -> Iterator[RunLine]:
    """The runs of a line by whether they are struck out, parted where columns might be."""
    part: list[Run] = []
    for run in runs:
        if part and (run.struck != part[-1].struck or run.left - part[-1].right > 0.8 * run.em):
            yield RunLine(part)
            part = []
        part.append(run)
    yield RunLine(part)


def _stretch(part: RunLine) -> list[Any]:
    """A stretch: its words, its box, 1 where it is struck out, and where blanks stand in it."""
    if len(part.runs) == 1:
        one = part.runs[0]
        box = [_short(one.left), _short(one.top), _short(one.right), _short(one.bottom)]
        return [one.text, *box, int(one.struck), []]
    gaps = [[end, start, _short(right), _short(left)] for end, start, right, left in part.gaps()]
    return [part.text(), *map(_short, part.box()), int(part.runs[0].struck), gaps]


def _short(value: float) -> float:
    return round(value, 1)
