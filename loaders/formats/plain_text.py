"""Plain text, also with tags of HTML: paragraphs are lines, or wrapped over several; tables are told from lines.

A flattened text has lost its tables; that its lines are cells is told by TABs, bars and the words of headers, by what
offices write in them. No other format passes here.
"""

from collections.abc import Iterator, Sequence

from graph.words.fold import Folded
from loaders.files.furniture import foot_start, page_furniture
from loaders.files.plain import TextLine, decode, read_lines
from loaders.formats.content import Content
from loaders.formats.paragraphs import join_lines
from loaders.tables.bare_rows import bare_columns, gather_bare
from loaders.tables.blank_rows import begins_blank_rows, gather_blank_rows
from loaders.tables.cell_runs import CellRun
from loaders.tables.flattened import gather
from loaders.tables.form_tables import form_of_runs
from loaders.tables.heads import find_header, goes_on
from loaders.tables.rows import build_table, continue_table, parted_by_headers
from loaders.tables.separated import begins_rows, columns_of, gather_rows, separator_of
from loaders.text import Block, Paragraph, Table, Words

_CELL = "\n\t"
"""What parts the cells of a row in its quote: each begins with a TAB on a line of its own."""


def read_plain_text(data: bytes) -> Content:
    """The characters and blocks of a plain text. Raises FileRefusedError for bytes that are none."""
    characters = decode(data)
    return Content(characters, tuple(read_blocks(_without_furniture(read_lines(characters)))))


def _without_furniture(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, those of the web page around a paper emptied; a row of a table is none."""
    are_rows = [line.cell or line.inner or line.page or bool(separator_of(line)) for line in lines]
    furniture = page_furniture(
        [Folded("") if row else line.words.compact for line, row in zip(lines, are_rows, strict=True)]
    )
    kept = [TextLine(line.words.part(0, 0)) if at in furniture else line for at, line in enumerate(lines)]
    last = next((at for at in reversed(range(len(kept))) if not kept[at].blank), None)
    if last is not None and not are_rows[last]:
        kept[last] = _without_foot(kept[last])
    return kept


def _without_foot(line: TextLine) -> TextLine:
    """A line without the foot of a page behind its words."""
    start = foot_start(line.words.folded)
    return line if start == len(line.words.text) else TextLine(line.words.part(0, start))


def part_row(quote: str) -> Iterator[tuple[int, str]]:
    """The cells of a row that is quoted, each with its offset in the quote."""
    start = 0
    for cell in quote.split(_CELL):
        yield start, cell.strip("\n")
        start += len(cell) + len(_CELL)


def read_blocks(lines: Sequence[TextLine]) -> Iterator[Block]:
    """Paragraphs and tables in order of reading; lines that hold only a page number are dropped."""
    paragraphs = 0
    for piece in _pieces(lines):
        if isinstance(piece, Table):
            yield piece
            continue
        for words in piece:
            paragraphs += 1
            yield Paragraph(words, paragraphs)


def _pieces(lines: Sequence[TextLine]) -> Iterator[Sequence[Words] | Table]:
    """The paragraphs between tables, and the tables."""
    index = tables = 0
    last: Table | None = None
    title = ""
    prose: list[TextLine] = []
    while index < len(lines):
        line = lines[index]
        bare, blanks = bare_columns(lines, index), begins_blank_rows(lines, index)
        rows = begins_rows(lines, index) or (last is not None and columns_of(line) == len(last.header))
        if not (rows or bare or blanks or line.cell):
            prose.append(line)
            title = title if line.blank or line.page else line.words.text
            index += 1
            continue
        groups, behind = gather_blank_rows(lines, index) if blanks else _gather(lines, index, rows=rows, bare=bare)
        yield list(join_lines(prose))
        prose = []
        for part in parted_by_headers(groups) if rows else [groups]:
            table, plain = _table(part, tables + 1, title, last)
            if plain:
                yield plain
                title = plain[-1].text
            if table is not None:
                tables += 1
                last = table if not plain else _retitled(table, title)
                yield last
        index = max(behind, index + 1)
    yield list(join_lines(prose))


def _gather(lines: Sequence[TextLine], index: int, *, rows: bool, bare: int) -> tuple[list[CellRun], int]:
    """The cells from line `index` on, as they stand: in lines, without TABs, or each behind one."""
    if rows:
        return gather_rows(lines, index)
    return gather_bare(lines, index, bare) if bare else gather(lines, index)


def _retitled(table: Table, title: str) -> Table:
    return Table(title, table.header, table.rows, table.number, table.start, table.end, table.header_rows)


def _table(groups: Sequence[CellRun], number: int, title: str, last: Table | None) -> tuple[Table | None, list[Words]]:
    """The table that the groups hold, if any, and the words above it that are no table."""
    form = form_of_runs(groups, title, number=number)
    if form is not None:
        return form[1], form[0]
    at = find_header(groups, last)
    if at is None:
        if last is not None and goes_on(groups, last):
            return continue_table(last, groups, number=number), []
        return None, [words for group in groups for words in group.words]
    plain = [words for group in groups[:at] for words in group.words]
    return build_table(groups[at], groups[at + 1 :], number=number, title=title), plain
