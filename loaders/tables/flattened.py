"""Tables in a flattened text: each cell is a line that starts with a TAB, an empty cell a line with a TAB alone.

A cell with several paragraphs goes on in lines without a TAB. Blank lines stand behind a row but also inside one, so
rows are counted by the header: `gather` collects groups of cells between blank lines, `loaders.tables.rows` fits the
groups to the header. A table ends at a line that begins something new, and where a row of column names follows that is
not its own, or its own under lines of its own: those lines are the title of the next table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.files.plain import TextLine
from loaders.tables.cell_kinds import is_number
from loaders.tables.cell_runs import CellRun, same_words
from loaders.tables.column_names import HeaderColumn, is_number_name, read_header
from loaders.tables.header_rows import is_sub_header
from loaders.tables.heads import begins_table, looks_like_header, split_header
from loaders.tables.table_ends import begins_title, ends_table, heading_style, leaves_column
from loaders.text import Cell, Words

_OPEN_CELL = 3  # lines looked at for the rest of an open cell
_BEHIND = 3  # lines looked at before and behind one that may end a table


@dataclass(slots=True)
class _Gathering:
    groups: list[CellRun] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)  # the index of the line at which each group begins
    titles: list[list[int]] = field(default_factory=list)  # lines before each group that are a title, if it is a header
    paragraphs: list[Words] = field(default_factory=list)
    styles: set[str] = field(default_factory=set)  # of the numbers with which paragraphs of the open cell begin
    cell_line: TextLine | None = None
    loose: list[int] = field(default_factory=list)  # lines without a TAB since the open cell
    parting: int | None = None  # how many of them stand before the first blank line or page behind the cell
    blanks: int = 0  # blank lines since the last other line
    carried: bool = False  # blank lines stand before the page number that was the last other line
    page: bool = False
    numbered: bool = False  # a cell of the open group is a running number
    wide: int | None = None  # the index of the first group of several cells
    names: list[tuple[str, ...]] = field(default_factory=list)  # the rows of the table's own header
    last: HeaderColumn | None = None  # the column at the end of the rows

    def open_cell(self, lines: Sequence[TextLine], index: int) -> None:
        line, before = lines[index], self.cell_line
        self.close_cell()
        begins = not self.groups or self.blanks or self.carried or (self.parted and self.loose and self.is_full())
        if begins or (self.numbered and is_number_name(line.words.text)):
            self.close_group()
            self.groups.append(CellRun(after_page=self.page))
            self.starts.append(index)
            self.titles.append(self.title(lines, before))
            self.page = self.numbered = False
        self.cell_line, self.parting, self.loose = line, None, []
        self.blanks, self.carried = 0, False
        self.paragraphs, self.styles = [], set()
        if line.words.text:
            self.add(line)

    def add(self, line: TextLine) -> None:
        """A paragraph of the open cell."""
        self.paragraphs.append(line.words)
        self.styles.add(heading_style(line.words.text))

    @property
    def parted(self) -> bool:
        """Whether a blank line or a page stands behind the open cell."""
        return self.parting is not None

    def part(self) -> None:
        """A blank line or a page stands here."""
        self.parting = len(self.loose) if self.parting is None else self.parting

    def title(self, lines: Sequence[TextLine], cell: TextLine | None) -> list[int]:
        """The lines behind the last cell that are a title, if a header follows.

        These are all behind a blank line or a page, but words of the cell's own; else those from one on that begins
        something new.
        """
        own = [cell.words.text] if cell is not None else []
        words = [lines[index].words.text for index in self.loose]
        if self.parted and self.loose[self.parting :]:
            return self.loose[(self.parting or 0) + begins_title(words[self.parting :], self.last) :]
        for at, text in enumerate(words):
            above, behind = words[max(0, at - _BEHIND) : at] or own, words[at + 1 : at + 1 + _BEHIND]
            if ends_table(text, behind, column=self.last) or leaves_column(text, self.last, above):
                return self.loose[at:]
        return []

    def close_cell(self) -> None:
        if self.cell_line is None:
            return
        start = self.cell_line.words.start
        end = self.paragraphs[-1].end if self.paragraphs else start + 1
        self.groups[-1].cells.append(Cell(tuple(self.paragraphs), start, end))
        cells = self.groups[-1].cells
        self.numbered = self.numbered or is_number(cells[-1].text)
        if self.wide is None and len(cells) > 1 and cells[-1].paragraphs and not same_words(cells[0], cells[-1]):
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
    while index < stop:
        line = lines[index]
        if line.cell:
            known = len(seen.groups)
            seen.open_cell(lines, index)
            if len(seen.groups) > known:
                cut = _cut(seen, known - 1)
                if cut is not None:
                    return seen.groups, end, cut
            end = index + 1
        elif line.page:
            seen.page = True
            seen.carried, seen.blanks = seen.carried or seen.blanks > 0, 0
            seen.part()
            end = index + 1
        elif line.blank:
            seen.blanks += 1
            seen.part()
        elif _leaves(seen, lines, index, stop):
            break
        else:
            seen.loose.append(index)
            seen.add(line)
            seen.blanks, seen.carried = 0, False
            end = index + 1
        index += 1
    seen.close_cell()
    seen.close_group()
    return seen.groups, end, _cut(seen, len(seen.groups) - 1)


def _cut(seen: _Gathering, at: int) -> int | None:
    """Where the table ends: at the title or captions before the group `at`, if that begins with another header."""
    if seen.wide is None or at <= seen.wide:
        return None
    names = CellRun(split_header(seen.groups[at], alone=False)[0]).names
    own = names in seen.names
    if not own and not begins_table(names):
        return None
    first = at
    while not seen.titles[first] and first > seen.wide + len(seen.names) and seen.groups[first - 1].is_caption:
        first -= 1
    title = seen.titles[first]
    if title:
        return title[0]
    return None if own else seen.starts[first]


def _leaves(seen: _Gathering, lines: Sequence[TextLine], index: int, stop: int) -> bool:
    """Whether the line without a TAB at `index` stands outside the table rather than going on with its last cell."""
    if seen.blanks >= 2:  # noqa: PLR2004 - two blank lines end a table
        return True
    if len(seen.groups) == 1 and not seen.groups[0].cells:
        return not _short_first_cell(lines, index)
    if not seen.parted or not seen.is_full():
        return False
    text = lines[index].words.text
    own = [words.text for words in seen.paragraphs[-_BEHIND:]]
    return ends_table(text, _behind(lines, index + 1, stop), seen.styles, seen.last) or leaves_column(
        text, seen.last, own
    )


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
