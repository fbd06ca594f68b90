"""A matrix as a picture: a row a line, a column a unit whose name runs downwards, a box where both have something in
common, and words behind each row.

What holds too much to be read is cut to the columns that are most filled, and says so; its table holds all.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from viz.layout.layout import text_width
from viz.layout.room import LEADING
from viz.palette import EDGE, INK, PAPER
from viz.picture import Line, Mark, Note

FONT = 13
CELL = 30
"""Pixels from row to row and from column to column."""
LETTERS = 12
"""Characters of a column's name that stand above it."""
LEAST = 12
"""Columns that are shown at least, whatever they hold."""
LIMIT = 2500
"""The most marks of a matrix: a browser draws them in a second."""
RULE = "#d9dfe1"


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What a row and a column have in common: a sign or number, its colours, what is shown when it is pointed at."""

    words: str
    fill: str
    ink: str
    tip: str
    groups: tuple[str, ...] = ()
    font: int = FONT


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row: its mark's id and words, its cells by the id of the column, the words behind it, and the heading above it
    wherever that changes.
    """

    id: str
    words: str
    cells: Mapping[str, MatrixCell]
    behind: str = ""
    heading: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Marks and lines of a matrix, and the note that says what was left out, if anything was."""

    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]


def matrix(rows: Sequence[MatrixRow], columns: Mapping[str, str], what: str, *, headings: bool = False) -> Matrix:
    """The matrix of rows in their order and columns (names by id) in theirs; `what` the columns are called. With
    `headings` a heading stands above the rows wherever it changes.
    """
    shown, kept = _shown(rows, columns, headings=headings)
    marks: list[Mark] = [_column(name, columns[name], at) for at, name in enumerate(kept)]
    lines: list[Line] = []
    y, before = 0, ""
    right = len(kept) * CELL + 4
    for row in shown:
        if headings and row.heading != before:
            before = row.heading
            words = before or "（未分类）"
            marks.append(_text(f"heading {len(marks)}", words, right / 2, y, EDGE))
            y += CELL
        own = _row(row, y, kept, right)
        marks += own
        lines.append(Line(own[0].id, own[1].id, RULE, 1.0))
        y += CELL
    cut = []
    if len(kept) < len(columns):
        cut.append(f"{what}共 {len(columns)} 个，图中只列填得最多的 {len(kept)} 个，其余见表。")
    if len(shown) < len(rows):
        cut.append(f"共 {len(rows)} 行，图中只列前 {len(shown)} 行，其余见表。")
    return Matrix(tuple(marks), tuple(lines), (Note("略去", tuple(cut), drawn=True),) if cut else ())


def _shown(
    rows: Sequence[MatrixRow], columns: Mapping[str, str], *, headings: bool
) -> tuple[Sequence[MatrixRow], list[str]]:
    """As many of the first rows as have room beside the columns that are most filled, and as many columns as have room
    beside these rows, in their order.
    """
    filled = Counter(name for row in rows for name in row.cells)
    few = set(sorted(columns, key=lambda name: -filled[name])[:LEAST])
    shown: list[MatrixRow] = []
    marks = len(few)
    for row in rows:
        marks += _size(row, few, headings=headings and (not shown or shown[-1].heading != row.heading))
        if marks > LIMIT:
            break
        shown.append(row)
    filled = Counter(name for row in shown for name in row.cells)
    marks += sum(1 + filled[name] for name in columns if name not in few)
    order = {name: number for number, name in enumerate(columns)}
    kept = dict(columns)
    for name in sorted(columns, key=lambda one: (filled[one], -order[one])):
        if marks <= LIMIT or len(kept) <= LEAST:
            break
        del kept[name]
        marks -= 1 + filled[name]
    return shown, list(kept)


def _size(row: MatrixRow, columns: Collection[str], *, headings: bool) -> int:
    """How many marks a row has in some columns, with the heading above it."""
    return headings + 2 + sum(name in columns for name in row.cells)


def _text(identity: str, words: str, x: float, y: float, ink: str = INK, tip: str = "") -> Mark:
    return Mark(identity, words, "text", round(x), round(y), PAPER, PAPER, ink=ink, font=FONT, tip=tip)


def _column(identity: str, words: str, at: int) -> Mark:
    """The name of a column, a character a line, its end above the first row."""
    short = words if len(words) <= LETTERS else f"{words[: LETTERS - 1]}…"
    high = len(short) * FONT * LEADING
    label = "\n".join(short)
    return _text(identity, label, at * CELL + CELL / 2, -CELL / 2 - 6 - high / 2, tip=words)


def _row(row: MatrixRow, y: int, columns: Sequence[str], right: float) -> list[Mark]:
    """The name of a row, the words behind it, its cells."""
    return [
        _text(row.id, row.words, -8 - text_width(row.words, FONT) / 2, y, tip=row.tip),
        _text(f"{row.id} behind", row.behind, right + 6 + text_width(row.behind, FONT) / 2, y, EDGE),
        *(_cell(row, row.cells[name], name, at, y) for at, name in enumerate(columns) if name in row.cells),
    ]


def _cell(row: MatrixRow, cell: MatrixCell, column: str, at: int, y: int) -> Mark:
    return Mark(
        id=f"{row.id} × {column}",
        label=cell.words,
        shape="box",
        x=at * CELL + CELL // 2,
        y=y,
        fill=cell.fill,
        border=cell.fill,
        size=CELL // 2 - 2,
        ink=cell.ink,
        font=cell.font,
        tip=cell.tip,
        groups=cell.groups,
        height=CELL // 2 - 2,
    )
