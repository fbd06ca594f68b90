"""From a path to a Text: the format is told by the content, not by the name."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.errors import FileRefusedError, reason_of
from graph.messages.message import message
from loaders.files.flattened import Group, gather
from loaders.files.plain import MAX_BYTES, Line, decode, read_lines
from loaders.files.separated import begins_rows, columns_of, gather_rows
from loaders.tables.bare_rows import bare_columns, gather_bare
from loaders.tables.heads import find_header, goes_on
from loaders.tables.rows import build_table, continue_table
from loaders.text import Block, Paragraph, Table, Text, Words, line_starts


def read(path: str | Path) -> Text:
    """The text of a file. Raises FileRefusedError with the reason for what cannot be read."""
    file = Path(path)
    try:
        if file.is_dir():
            raise FileRefusedError.at(path, message("file.folder"))
        if file.stat().st_size > MAX_BYTES:
            raise FileRefusedError.at(path, message("file.too_large", limit=MAX_BYTES // 1024 // 1024))
        data = file.read_bytes()
    except OSError as error:
        raise FileRefusedError.at(path, reason_of(error)) from error
    try:
        return read_bytes(data, str(path))
    except FileRefusedError as error:
        raise FileRefusedError.at(path, error.message) from error


def read_bytes(data: bytes, path: str) -> Text:
    """The text that `data` holds, `path` being the name to give it."""
    characters = decode(data)
    blocks = tuple(read_blocks(read_lines(characters)))
    return Text(path, hashlib.sha256(data).hexdigest(), "txt", characters, blocks, line_starts(characters))


def read_blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Paragraphs and tables in order of reading; lines that hold only a page number are dropped."""
    index = paragraphs = tables = 0
    last: Table | None = None
    title = ""
    while index < len(lines):
        line = lines[index]
        bare = bare_columns(lines, index)
        rows = begins_rows(lines, index) or (last is not None and columns_of(line) == len(last.header))
        if rows or bare or line.cell:
            groups, behind = _gather(lines, index, rows=rows, bare=bare)
            table, plain = _table(groups, tables + 1, title, last)
            for words in plain:
                paragraphs += 1
                title = words.text
                yield Paragraph(words, paragraphs)
            if table is not None:
                tables += 1
                last = table if not plain else _retitled(table, title)
                yield last
            index = max(behind, index + 1)
            continue
        if not line.blank and not line.page:
            paragraphs += 1
            title = line.words.text
            yield Paragraph(line.words, paragraphs)
        index += 1


def _gather(lines: Sequence[Line], index: int, *, rows: bool, bare: int) -> tuple[list[Group], int]:
    """The cells from line `index` on, as they stand: in lines, without TABs, or each behind one."""
    if rows:
        return gather_rows(lines, index)
    return gather_bare(lines, index, bare) if bare else gather(lines, index)


def _retitled(table: Table, title: str) -> Table:
    return Table(title, table.header, table.rows, table.number, table.start, table.end, table.header_rows)


def _table(groups: Sequence[Group], number: int, title: str, last: Table | None) -> tuple[Table | None, list[Words]]:
    """The table that the groups hold, if any, and the words above it that are no table."""
    at = find_header(groups, last)
    if at is None:
        if last is not None and goes_on(groups, last):
            return continue_table(last, groups, number=number), []
        return None, [words for group in groups for cell in group.cells for words in cell.paragraphs]
    plain = [words for group in groups[:at] for cell in group.cells for words in cell.paragraphs]
    return build_table(groups[at], groups[at + 1 :], number=number, title=title), plain
