"""The walk over a Word document: its paragraphs with their numbers, and its tables as grids, in order of reading.

A paragraph whose mark is deleted or hidden joins the next. Words of a text box stand behind the paragraph that it hangs
on, those of footnotes and endnotes behind all others: they belong to no item.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from loaders.formats.docx import names as n
from loaders.formats.docx.numbering import Numbering
from loaders.formats.docx.styles import Styles, look_of, number_of, switch, to_number, value_of
from loaders.formats.docx.words import Gathered, RunReader, asks_for_words, chosen, shown_content
from loaders.formats.grids.model import RawAside, RawCell, RawContent, RawParagraph, RawRow, RawTable

_BODY = n.w("body")
_GONE = frozenset(map(n.w, ("del", "moveFrom")))
_CELL_DELETED = n.w("cellDel")
_HIDDEN, _HEADS, _BEFORE, _SPAN, _V_MERGE, _H_MERGE, _GRID_COLUMN, _WIDTH = map(
    n.w, ("hidden", "tblHeader", "gridBefore", "gridSpan", "vMerge", "hMerge", "gridCol", "w")
)
_EMBEDDED = n.w("altChunk")
"""Where another document stands in this one, as the program that wrote it left it."""
_MOST_COLUMNS = 1_000
"""Columns of a grid; Word has 63."""
_IN_ROWS = frozenset(map(n.w, ("customXml", "ins", "moveTo")))


@dataclass(slots=True)
class Walk:
    """A walk; `comments` are the words of each comment by its id, `tables` counts the tables met."""

    styles: Styles
    numbering: Numbering
    comments: dict[str, str] = field(default_factory=dict)
    tables: int = 0
    depth: int = 0
    open: Gathered | None = None
    runs: RunReader = field(init=False)

    def __post_init__(self) -> None:
        self.runs = RunReader(self.styles)

    def body(self, root: etree._Element) -> Iterator[RawContent]:
        """What the body of the main part holds."""
        self.runs.look_over(root)
        for body in root.iterchildren(_BODY):
            yield from self.blocks(body)

    def notes(self, kind: str, root: etree._Element | None) -> Iterator[RawContent]:
        """The footnotes or endnotes that the text refers to, each once, in the order of their first mention."""
        if root is None:
            return
        self.runs.look_over(root)
        by_id = {note.get(n.ID, ""): note for note in root}
        for name in dict.fromkeys(note for of, note in list(self.runs.notes) if of == kind):
            if name in by_id:
                yield from self.blocks(by_id[name])

    def blocks(self, element: etree._Element) -> Iterator[RawContent]:
        """The paragraphs and tables in an element."""
        yield from self._inside(element)
        yield from self._ended()

    def _inside(self, element: etree._Element) -> Iterator[RawContent]:
        for child in element:
            tag = child.tag
            if tag == n.PARAGRAPH:
                yield from self._paragraph(child)
            elif tag == n.TABLE:
                yield from self._ended()
                yield self._table(child)
            elif tag == n.SDT:
                for content in shown_content(child):
                    yield from self._inside(content)
            elif tag == n.ALTERNATE:
                for content in chosen(child):
                    yield from self._inside(content)
            elif tag in n.WRAPPERS:
                yield from self._inside(child)
            elif tag == _EMBEDDED:
                yield from self._ended()
                yield RawParagraph((), (RawAside("altChunk", "unread.embedded"),))

    def _paragraph(self, paragraph: etree._Element) -> Iterator[RawContent]:
        stated = _by_tags(next(paragraph.iterchildren(n.P_PR), None))
        style = value_of(stated.get(n.PARAGRAPH_STYLE), self.styles.default)
        gathered = self.open or Gathered()
        self.runs.read(paragraph, self.styles.look(style), gathered)
        if n.R_PR in stated and self._unmarked(stated[n.R_PR]):
            self.open = gathered
            return
        self.open = None
        yield from self._prose(gathered, self.numbering.text(number_of(stated.get(n.NUM_PR)), style))

    def _unmarked(self, mark: etree._Element) -> bool:
        """Whether the mark that ends a paragraph is deleted or hidden."""
        hidden = mark in self.runs.marked and look_of(mark).hidden
        return bool(hidden) or any(child.tag in _GONE for child in mark)

    def _prose(self, gathered: Gathered, number: str = "") -> Iterator[RawContent]:
        """A paragraph with its number; one without words is told for its number alone in a cell."""
        lines = gathered.lines
        if number and (self.depth or any(line.strip() for line in lines)):
            lines = (number + lines[0].lstrip(), *lines[1:])
        yield RawParagraph(lines, gathered.left_out(self.comments))
        for box in gathered.boxes:
            kept, self.open = self.open, None
            yield from self.blocks(box)
            self.open = kept

    def _ended(self) -> Iterator[RawContent]:
        """The paragraph that has no next one to join."""
        if self.open is not None:
            gathered, self.open = self.open, None
            yield from self._prose(gathered)

    def _table(self, table: etree._Element) -> RawTable:
        self.tables += 1
        number = self.tables
        self.depth += 1
        rows: list[RawRow] = []
        for element, _ in _unwrapped(table, n.ROW):
            row = self._row(element, len(rows) + 1)
            if row is not None:
                _settle_merges(row, rows[-1] if rows else None)
                rows.append(row)
        self.depth -= 1
        return RawTable(rows, number, _edges(table.find(n.TBL_GRID)))

    def _row(self, element: etree._Element, number: int) -> RawRow | None:
        """A row; None for one that is deleted or hidden, or that has no cell."""
        stated = _by_tags(next(element.iterchildren(n.TR_PR), None))
        if not _GONE.isdisjoint(stated) or switch(stated.get(_HIDDEN)):
            return None
        at = _count(stated.get(_BEFORE), 0)
        cells: list[RawCell] = []
        for one, asked in _unwrapped(element, n.CELL):
            settings = _by_tags(next(one.iterchildren(n.TC_PR), None))
            span = _count(settings.get(_SPAN), 1)
            across, down = settings.get(_H_MERGE), settings.get(_V_MERGE)
            content = tuple(self.blocks(one))
            if across is not None and value_of(across, "continue") == "continue" and cells:
                cells[-1].right += span
            else:
                goes_on = down is not None and value_of(down, "continue") == "continue"
                unread = asked or _CELL_DELETED in settings
                cells.append(RawCell(() if unread else content, at, at + span, goes_on))
            at += span
        return RawRow(cells, number, bool(switch(stated.get(_HEADS)))) if cells else None


def _settle_merges(row: RawRow, above: RawRow | None) -> None:
    """A cell that holds words and goes on with none above it is one of its own."""
    edges = {cell.left for cell in above.cells} if above is not None else set()
    for cell in row.cells:
        if cell.goes_on and cell.left not in edges:
            cell.goes_on = False
            cell.goes_on = not cell.lines


def _unwrapped(element: etree._Element, wanted: str) -> Iterator[tuple[etree._Element, bool]]:
    """The rows of a table or the cells of a row, also in content controls; and whether one only asks for words."""
    for child in element:
        if child.tag == wanted:
            yield child, False
        elif child.tag == n.SDT:
            asks = asks_for_words(child)
            for content in child.iterchildren(n.SDT_CONTENT):
                for one, asked in _unwrapped(content, wanted):
                    yield one, asks or asked
        elif child.tag in _IN_ROWS:
            yield from _unwrapped(child, wanted)


def _by_tags(properties: etree._Element | None) -> dict[str, etree._Element]:
    """Properties by their names."""
    return {} if properties is None else {one.tag: one for one in properties}


def _count(element: etree._Element | None, default: int) -> int:
    """The value of an element, at least the default, which it is where there is none."""
    if element is None:
        return default
    return min(max(to_number(value_of(element, str(default)), default), default), _MOST_COLUMNS)


def _edges(grid: etree._Element | None) -> tuple[float, ...]:
    """The edges of a table's columns, of which one without a width counts as one."""
    edges = [0.0]
    for column in list(grid.iterchildren(_GRID_COLUMN))[:_MOST_COLUMNS] if grid is not None else ():
        edges.append(edges[-1] + max(to_number(column.get(_WIDTH), 1), 1))
    return tuple(edges)
