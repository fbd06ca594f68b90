"""Tables without lines down (three-line tables, and such as have none): columns of words under a header of known names.

Each column reaches over what stands under its name; a line that lies across two ends the table. Rows are told by lines
across, by their numbers, or by their first cells. Without such a header the words stay words, and that they stand in
columns is told as unread.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.words.signs import HAN
from loaders.formats.pdf.pages import PageCell, PageGrid, PageLine, PagePiece, PdfPage
from loaders.tables.cell_kinds import is_number
from loaders.tables.column_names import read_header
from loaders.tables.heads import begins_table

_LEAST_COLUMNS = 3
_APART = 3.2  # distance of lines in heights of a line behind which a table has ended
_SAME_GAP = 0.1  # heights of a line by which gaps that are as wide may differ
_LEAST_LINES = 3  # lines in columns that are told
_NUMBER = re.compile(rf"\d{{1,3}}(?=[{HAN}])")
_DEEPEST_HEAD = 4  # lines over which names of columns are broken


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table of words in columns: it stands in the place of the lines from `first` up to `behind`."""

    grid: PageGrid
    first: int
    behind: int


def aligned_tables(page: PdfPage, lines: Sequence[PageLine]) -> list[Aligned]:
    """The tables that lines of a page make, from top to bottom."""
    found: list[Aligned] = []
    index = 0
    while index < len(lines):
        table = _table_at(page, lines, index) if len(lines[index].pieces) >= _LEAST_COLUMNS else None
        if table is not None:
            found.append(table)
        index = table.behind if table is not None else index + 1
    return found


def in_columns_unread(lines: Sequence[PageLine]) -> PageLine | None:
    """The first of lines that stand in columns under no known header; None where too few do."""
    run: list[PageLine] = []
    for line in lines:
        run = [*run, line] if len(line.pieces) >= _LEAST_COLUMNS and _at_same_places(run, line) else []
        if len(run) >= _LEAST_LINES:
            return run[0]
    return None


def _at_same_places(run: Sequence[PageLine], line: PageLine) -> bool:
    """Whether the pieces of a line begin where those of the line before do, but for one."""
    spread = all(len(piece.text) == 1 for piece in line.pieces)
    if spread or not run:
        return not spread
    starts = [piece.left for piece in run[-1].pieces]
    return sum(any(abs(piece.left - at) < line.em for at in starts) for piece in line.pieces) + 1 >= len(line.pieces)


def _table_at(page: PdfPage, lines: Sequence[PageLine], first: int) -> Aligned | None:
    head = _head_at(page, lines, first)
    if head is None:
        return None
    columns = list(head.columns)
    rules = [at for at, start, end in page.across if start < columns[0][1] and end > columns[-1][0]]
    numbers = next((one.index for one in read_header(head.names) if one.meaning == "number"), None)
    behind, placed = first + len(head.placed), []
    begun = behind
    while behind < len(lines):
        line = lines[behind]
        ended = len(rules) > 1 and line.base > rules[-1] > lines[first].base
        if ended or line.base - lines[behind - 1].base > _APART * line.em:
            break
        line = _fitted(_numbered(line, columns, numbers), columns)
        slots = [_column(piece, columns) for piece in line.pieces]
        if any(slot is None for slot in slots) or len(set(slots)) < len(slots):
            break
        for piece, slot in zip(line.pieces, slots, strict=True):
            if slot is not None:
                columns[slot] = (min(columns[slot][0], piece.left), max(columns[slot][1], piece.right))
        placed.append((line, [slot for slot in slots if slot is not None]))
        behind += 1
    rows = _rows(placed, numbers, [at for at in rules if at > lines[begun - 1].base])
    if not rows:
        return None
    return Aligned(_grid(page, head.placed, columns, rows), first, behind)


@dataclass(frozen=True, slots=True)
class _Head:
    """A header: the names of its columns, how far their words reach, and its lines with the column of each piece."""

    names: tuple[str, ...]
    columns: tuple[tuple[float, float], ...]
    placed: tuple[tuple[PageLine, list[int]], ...]

    @property
    def known(self) -> int:
        """How many names are known."""
        return sum(one.meaning != "unknown" for one in read_header(self.names))


def _head_at(page: PdfPage, lines: Sequence[PageLine], first: int) -> _Head | None:
    """The header that begins with a line. Narrow columns break their names: of as many lines as may be of it, those
    count under which most names are known, where all are.
    """
    found: _Head | None = None
    for count in range(1, min(_DEEPEST_HEAD, len(lines) - first) + 1):
        own = lines[first : first + count]
        if count > 1 and (own[-1].base - own[-2].base > _APART * own[-1].em or _is_ruled(page, own)):
            break
        for head in (_joined_head(own), _joined_head([_parted(line) for line in own])):
            whole = head is not None and (count == 1 or head.known == len(head.names))
            if head is not None and whole and begins_table(head.names) and (not found or head.known > found.known):
                found = head
    return found


def _is_ruled(page: PdfPage, own: Sequence[PageLine]) -> bool:
    """Whether a line across the page parts the last of these lines from the first."""
    return any(own[0].base < at < own[-1].base and end - start > own[0].em for at, start, end in page.across)


def _joined_head(own: Sequence[PageLine]) -> _Head | None:
    """The header that lines make, what stands below a name being its rest; None where a piece lies under two."""
    columns: list[tuple[float, float]] = []
    names: list[str] = []
    told: list[list[PagePiece]] = []
    for line in own:
        for piece in line.pieces:
            over = [at for at, (left, right) in enumerate(columns) if piece.left < right and piece.right > left]
            if len(over) > 1:
                return None
            if over:
                [at] = over
                columns[at] = (min(columns[at][0], piece.left), max(columns[at][1], piece.right))
                names[at] += piece.text
                told[at].append(piece)
            else:
                columns.append((piece.left, piece.right))
                names.append(piece.text)
                told.append([piece])
    order = sorted(range(len(columns)), key=lambda at: columns[at][0])
    slots = {id(piece): slot for slot, at in enumerate(order) for piece in told[at]}
    placed = tuple((line, [slots[id(piece)] for piece in line.pieces]) for line in own)
    return _Head(tuple(names[at] for at in order), tuple(columns[at] for at in order), placed)


def _fitted(line: PageLine, columns: Sequence[tuple[float, float]]) -> PageLine:
    """The line with the pieces whose words stand under several columns parted at their blanks."""
    if not any(piece.gaps for piece in line.pieces):
        return line
    pieces: list[PagePiece] = []
    for piece in line.pieces:
        under = [_column(part, columns) for part in piece.parted()]
        between = [at for at, (one, following) in enumerate(itertools.pairwise(under)) if one != following]
        pieces += replace(piece, gaps=tuple(piece.gaps[at] for at in between)).parted()
    return replace(line, pieces=tuple(pieces))


def _numbered(line: PageLine, columns: list[tuple[float, float]], numbers: int | None) -> PageLine:
    """The line with a gap behind the number that stands at the right of its column, to which the words of the next one
    are pushed up; the column of the numbers reaches so far.
    """
    piece = line.pieces[0]
    number = _NUMBER.match(piece.text)
    if number is None or piece.gaps or numbers is None or numbers + 1 == len(columns):
        return line
    behind = piece.left + len(number[0]) * line.em / 2
    left, right = columns[numbers]
    if not left < piece.left < behind < columns[numbers + 1][0] + line.em / 4:
        return line
    columns[numbers] = (left, max(right, behind))
    parted = replace(piece, gaps=((number.end(), number.end(), behind, behind),)).parted()
    return replace(line, pieces=(*parted, *line.pieces[1:]))


def _parted(line: PageLine) -> PageLine:
    """The line with all its pieces parted at their blanks."""
    return replace(line, pieces=tuple(one for piece in line.pieces for one in piece.parted()))


def _column(piece: PagePiece, columns: Sequence[tuple[float, float]]) -> int | None:
    """The column under whose words a piece stands, or between whose neighbours it lies; None across two."""
    over = [at for at, (left, right) in enumerate(columns) if piece.left < right and piece.right > left]
    if len(over) == 1:
        return over[0]
    if over:
        return None
    return min(range(len(columns)), key=lambda at: abs(sum(columns[at]) - piece.left - piece.right))


_Placed = tuple[PageLine, list[int]]


def _rows(placed: Sequence[_Placed], numbers: int | None, rules: Sequence[float]) -> list[list[_Placed]]:
    """The rows of a table: between lines across where there are several, else by numbers, else by first cells."""
    rows: list[list[_Placed]] = []
    bands = len({bisect_right(rules, line.base) for line, _ in placed}) > 1
    starts = _starts(placed, numbers)
    for at, (line, slots) in enumerate(placed):
        if bands:
            new = not rows or bisect_right(rules, line.base) != bisect_right(rules, rows[-1][-1][0].base)
        else:
            new = at in starts or not rows
        if new:
            rows.append([])
        rows[-1].append((line, slots))
    return rows


def _starts(placed: Sequence[_Placed], numbers: int | None) -> set[int]:
    """The lines with which rows begin. A number may stand at the top of its row or in the middle: the row begins behind
    the widest gap above it, and where all gaps are as wide, with the number, unless the first row does not.
    """
    column = 0 if numbers is None else numbers
    heads = [at for at, (line, slots) in enumerate(placed) if _heads(line, slots, column, number=numbers is not None)]
    if not heads or numbers is None:
        return set(heads)
    found = {0}
    for before, head in itertools.pairwise(heads):
        gaps = {at: placed[at][0].base - placed[at - 1][0].base for at in range(before + 1, head + 1)}
        least = max(gaps.values()) - _SAME_GAP * placed[head][0].em
        widest = [at for at, gap in gaps.items() if gap >= least]
        found.add(widest[-1] if heads[0] == 0 else widest[0])
    return found


def _heads(line: PageLine, slots: Sequence[int], column: int, *, number: bool) -> bool:
    """Whether a line has a cell in the column that tells where rows begin."""
    return any(
        slot == column and (is_number(piece.text) or not number) for piece, slot in zip(line.pieces, slots, strict=True)
    )


def _grid(
    page: PdfPage,
    head: Sequence[_Placed],
    columns: Sequence[tuple[float, float]],
    rows: Sequence[Sequence[_Placed]],
) -> PageGrid:
    """The grid of a table: edges of columns lie between their words."""
    inner = [(left[1] + right[0]) / 2 for left, right in itertools.pairwise(columns)]
    xs = (columns[0][0], *inner, columns[-1][1])
    whole = [head, *rows]
    cells = [
        PageCell(at, at + 1, column, column + 1, tuple(_lines_of(row, column)))
        for at, row in enumerate(whole)
        for column in range(len(columns))
    ]
    ys = tuple(row[0][0].top for row in whole)
    rooms = tuple(right - left for left, right in columns)
    return PageGrid(xs, (*ys, page.size.height), tuple(cells), page.size.number, rooms)


def _lines_of(row: Sequence[_Placed], column: int) -> list[PageLine]:
    """The lines of a row that stand in a column."""
    return [
        replace(line, pieces=(piece,))
        for line, slots in row
        for piece, slot in zip(line.pieces, slots, strict=True)
        if slot == column
    ]
