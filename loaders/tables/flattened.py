"""Tables in a flattened text: each cell is a line that starts with a TAB, an empty cell a line with a TAB alone.

A cell with several paragraphs goes on in lines without a TAB. Blank lines stand behind a row but also inside one, so
rows are counted by the header: `gather` collects groups of cells between blank lines, `loaders.tables.rows` fits the
groups to the header. A table ends at a line that begins something new, and where a row of column names follows that is
not its own, or its own under lines of its own: those lines are the title of the next table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.files.plain import TextLine
from loaders.tables.cell_runs import CellRun, without_repeats
from loaders.tables.column_names import HeaderColumn, read_header
from loaders.tables.header_rows import is_sub_header
from loaders.tables.heads import begins_table, looks_like_header, split_header
from loaders.tables.table_ends import begins_title, ends_table, leaves_column
from loaders.text import Cell, Words

_OPEN_CELL = 3  # lines looked at for the rest of an open cell
_BEHIND = 3  # lines looked at behind one that may end a table


@dataclass(slots=True)
class _Gathering:
    groups: list[CellRun] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)  # the index of the line at which each group begins
    paragraphs: list[Words] = field(default_factory=list)
    cell_line: TextLine | None = None
    loose: list[int] = field(default_factory=list)  # lines without a TAB since the open cell, behind a blank or a page
    parted: bool = False  # a blank line or a page stands behind the open cell
    blanks: int = 0
    page: bool = False
    wide: int | None = None  # the index of the first group of several cells
    names: list[tuple[str, ...]] = field(default_factory=list)  # the rows of the table's own header
    last: HeaderColumn | None = None  # the column at the end of the rows

    def open_cell(self, line: TextLine, index: int) -> None:
        self.close_cell()
        if not self.groups or self.blanks or (self.loose and self.is_full()):
            self.close_group()
            self.groups.append(CellRun(after_page=self.page))
            self.starts.append(index)
            self.page = False
        self.cell_line, self.blanks, self.parted, self.loose = line, 0, False, []
        self.paragraphs = [line.words] if line.words.text else []

    def close_cell(self) -> None:
        if self.cell_line is None:
            return
        start = self.cell_line.words.start
        end = self.paragraphs[-1].end if self.paragraphs else start + 1
        self.groups[-1].cells.append(Cell(tuple(self.paragraphs), start, end))
        if self.wide is None and len(without_repeats(self.groups[-1]).cells) > 1:
            self.wide = len(self.groups) - 1
        self.cell_line = None

    def close_group(self) -> None:
        """Take the group for the header, where it is the first of several cells, or for the second row of one."""
        at = len(self.groups) - 1
        if self.wide is None or at > self.wide + 1:
            return
        if at == self.wide:
            head, _ = split_header(self.groups[at], alone=False)
            names = CellRun(head).names
            self.names = [names] if looks_like_header(names) else []
        elif self.names and is_sub_header(self.groups[at].names, self.names[0]):
            self.names.append(self.groups[at].names)
        name = next((row[-1] for row in reversed(self.names) if row[-1]), "")
        self.last = read_header([name])[0] if name else None

    def is_full(self) -> bool:
        """Whether the open or just closed cell is the last of a row, by the header or the first row of several."""
        last = len(self.groups) - 1
        if last < 1:
            return False
        size = len(self.groups[last].cells) + (self.cell_line is not None)
        columns = size if self.wide in {None, last} else self.columns()
        return columns > 1 and (size % columns == 0 or size == 1)

    def columns(self) -> int:
        return len(self.names[-1]) if self.names else len(self.groups[self.wide or 0].cells)


def gather(lines: Sequence[TextLine], first: int) -> tuple[list[CellRun], int]:
    """The groups of cells that begin at line index `first`, and the index of the line behind them."""
    groups, end, cut = _collect(lines, first, len(lines))
    if cut is not None:
        groups, end, _ = _collect(lines, first, cut)
    return groups, end


def _collect(lines: Sequence[TextLine], first: int, stop: int) -> tuple[list[CellRun], int, int | None]:
    """The groups before line `stop`, the line behind them, and where another table's title or header begins, if any."""
    seen = _Gathering()
    index = end = first
    title: list[int] = []
    while index < stop:
        line = lines[index]
        if line.cell:
            loose = list(seen.loose)
            known = len(seen.groups)
            seen.open_cell(line, index)
            if len(seen.groups) > known:
                cut = _cut(seen, lines, title)
                if cut is not None:
                    return seen.groups, end, cut
                title = loose
            end = index + 1
        elif line.page:
            seen.page = seen.parted = True
            end = index + 1
        elif line.blank:
            seen.blanks += 1
            seen.parted = True
        elif _leaves(seen, lines, index, stop):
            break
        else:
            if seen.parted:
                seen.loose.append(index)
            seen.paragraphs.append(line.words)
            seen.blanks = 0
            end = index + 1
        index += 1
    seen.close_cell()
    seen.close_group()
    return seen.groups, end, _cut(seen, lines, title, closed=True)


def _cut(seen: _Gathering, lines: Sequence[TextLine], title: Sequence[int], *, closed: bool = False) -> int | None:
    """Where the table ends whose last closed group is another one's header; `title` are the loose lines before it."""
    at = len(seen.groups) - (1 if closed else 2)
    if seen.wide is None or at <= seen.wide:
        return None
    names = seen.groups[at].names
    own = names in seen.names
    if own and not title:
        return None
    if not own and not begins_table(names):
        return None
    if title:
        return title[begins_title([lines[index].words.text for index in title], seen.last)]
    caption = at
    while caption - 1 > seen.wide + len(seen.names) - 1 and _is_caption(seen.groups[caption - 1]):
        caption -= 1
    return seen.starts[caption]


def _is_caption(group: CellRun) -> bool:
    return len(without_repeats(group).cells) == 1 and bool(group.names[0])


def _leaves(seen: _Gathering, lines: Sequence[TextLine], index: int, stop: int) -> bool:
    """Whether the line without a TAB at `index` stands outside the table rather than going on with its last cell."""
    if seen.blanks >= 2:  # noqa: PLR2004 - two blank lines end a table
        return True
    if len(seen.groups) == 1 and not seen.groups[0].cells:
        return not _short_first_cell(lines, index)
    if not seen.parted or not seen.is_full():
        return False
    text = lines[index].words.text
    own = [words.text for words in seen.paragraphs]
    return ends_table(text, _behind(lines, index + 1, stop), own) or leaves_column(text, seen.last, own)


def _behind(lines: Sequence[TextLine], index: int, stop: int) -> list[str]:
    """The words of the next lines up to a TAB."""
    return list(_words_up_to_tab(lines, index, min(stop, index + _BEHIND)))


def _words_up_to_tab(lines: Sequence[TextLine], index: int, stop: int) -> Iterator[str]:
    for line in lines[index:stop]:
        if line.cell:
            return
        if not line.blank and not line.page:
            yield line.words.text


def _short_first_cell(lines: Sequence[TextLine], index: int) -> bool:
    """A first cell may be broken (`序` / `号`), but only over a few short lines before the next TAB."""
    for line in lines[index : index + _OPEN_CELL]:
        if line.cell:
            return True
        if len(line.words.text) > 8:  # noqa: PLR2004 - a column's name, not a sentence
            return False
    return False
