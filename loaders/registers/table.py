"""A table of a register, read: as text with commas or TABs straight from its bytes, else from the blocks of a workbook.

The header says which table it is. Rows are not laid out as papers are: a register may have tens of thousands.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePath

from graph.errors import FileRefusedError
from graph.messages.message import Message, plain
from graph.statements import (
    ChangeStatement,
    HeadStatement,
    LegStatement,
    PlanDocument,
    RegisterStatement,
    Source,
    UnitStatement,
    UnreadStatement,
)
from loaders.edition import readers_digest
from loaders.files.plain import to_characters
from loaders.formats.separated_values import Field, records, vote
from loaders.registers.checks import RowChecks
from loaders.registers.named import change_of, with_divisions
from loaders.registers.rows import leg_of, unit_of
from loaders.tables.register_columns import RegisterColumns, columns_of, is_register_header
from loaders.text import Paragraph, Table, Text

ENDINGS = (".csv", ".tsv", ".txt")
"""Endings of the files that are looked at for a header before they are read as papers."""
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""Beginnings of files in which a character has two bytes."""
_HEAD = 4096
"""Bytes in which a header stands."""
_ENDS_OF_NAMES = ("_units", "_events", "-units", "-events")
"""Ends of names of files that say which table of a register it is."""

Row = tuple[Source, list[str]]
"""A row with its place and the words of its cells."""


def read_register(path: str | Path) -> PlanDocument | None:
    """What a file of text says that is a table of a register; None for any other file.

    Raises FileRefusedError for a table that cannot be read, OSError where the file cannot.
    """
    file = Path(path)
    if file.suffix.lower() not in ENDINGS or not file.is_file():
        return None
    with file.open("rb") as opened:
        if not _announced(opened.read(_HEAD)):
            return None
        opened.seek(0)
        data = opened.read()
    characters = to_characters(data)
    rows = _text_rows(characters)
    header = next(rows)
    columns = columns_of(header[1])
    if columns is None:
        return None
    sha256 = hashlib.sha256(data).hexdigest()
    return _document(str(path), sha256, "csv", columns, header[0], rows)


def register_in(text: Text) -> PlanDocument | None:
    """What a workbook, or a text within a container, says that is a table of a register; None for any other."""
    table = next((block for block in text.blocks if isinstance(block, Table)), None)
    header_cells = [cell.text for cell in table.header_rows[-1].cells] if table and table.header_rows else []
    in_words = not all(map(str.isascii, header_cells))
    if in_words and any(isinstance(block, Paragraph) for block in text.blocks):
        return None  # a paper that has such a table among others
    columns = columns_of(header_cells)
    if table is None or columns is None:
        return None
    top = table.header_rows[-1]
    rows = (
        (text.source(row.start, row.end, table=table.number, row=row.number), [cell.text for cell in row.cells])
        for row in table.rows
    )
    header = text.source(top.start, top.end, table=table.number)
    return _document(text.path, text.sha256, text.format, columns, header, rows)


def scheme_of_name(path: str) -> str:
    """The scheme of a table that names none: the name of its file (register_units.csv and register.csv are of one)."""
    stem = PurePath(path).stem
    return next((stem.removesuffix(end) for end in _ENDS_OF_NAMES if stem.endswith(end)), stem)


def under(document: PlanDocument, scheme: str) -> PlanDocument:
    """The document with the codes of a scheme where its table names none; any other, and under "", as it is."""
    unnamed = scheme_of_name(document.path)
    if not scheme or scheme == unnamed or not document.registers:
        return document
    return replace(
        document,
        registers=tuple(replace(one, scheme=scheme) if one.scheme == unnamed else one for one in document.registers),
        legs=tuple(replace(one, scheme=scheme) if one.scheme == unnamed else one for one in document.legs),
        units=tuple(replace(one, scheme=scheme) if one.scheme == unnamed else one for one in document.units),
    )


def _announced(head: bytes) -> bool:
    """Whether the first line of a file is a header of a table of a register."""
    first = head if head.startswith(_WIDE) else head.split(b"\n", 1)[0]
    try:
        line = to_characters(first).split("\n", 1)[0]
    except FileRefusedError:
        return False
    fields = next(records(line, vote(line), 0), [])
    return is_register_header([_cell(line, one) for one in fields])


def _text_rows(characters: str) -> Iterator[Row]:
    """The rows of a text that hold anything, the header first."""
    line, counted = 1, 0
    for number, fields in enumerate(records(characters, vote(characters[:_HEAD]), 0), start=1):
        start, end = fields[0].start, fields[-1].end
        line += characters.count("\n", counted, start)
        counted = start
        cells = [_cell(characters, one) for one in fields]
        if any(cell.strip() for cell in cells):
            last = line + characters.count("\n", start, end)
            yield Source(line, last, start, end, characters[start:end], table=1, row=number), cells


def _cell(characters: str, one: Field) -> str:
    words = characters[slice(*one.inner)]
    return words.replace('""', '"') if one.quoted else words


def _said(
    columns: RegisterColumns, fields: Mapping[str, str], scheme: str, source: Source, row: int
) -> LegStatement | ChangeStatement | UnitStatement | Message:
    if columns.table == "units":
        return unit_of(fields, scheme, source, row, by_name=columns.by_name(fields))
    return change_of(fields, source, row) if columns.by_name(fields) else leg_of(fields, scheme, source, row)


def _document(
    path: str, sha256: str, format_: str, columns: RegisterColumns, header: Source, rows: Iterable[Row]
) -> PlanDocument:
    scheme = scheme_of_name(path)
    legs: list[LegStatement] = []
    units: list[UnitStatement] = []
    changes: list[ChangeStatement] = []
    unread: list[UnreadStatement] = []
    checks = RowChecks()
    for number, (source, cells) in enumerate(rows, start=2):
        row = source.row or number
        match _said(columns, columns.of(cells), scheme, source, row):
            case LegStatement() as leg:
                checks.leg(leg, row)
                legs.append(leg)
            case ChangeStatement() as change:
                checks.change(change, row)
                changes.append(change)
            case UnitStatement() as unit:
                checks.unit(unit, row)
                units.append(unit)
            case Message() as why:
                unread.append(UnreadStatement(why.key, source, plain(why)))
    checks.finish()
    schemes = sorted(
        {*(leg.scheme for leg in legs), *(unit.scheme for unit in units), *([""] if changes else [])} or {scheme}
    )
    return PlanDocument(
        path=path,
        sha256=sha256,
        format=format_,
        head=HeadStatement(PurePath(path).name, "", "", "", None, header, ("title",)),
        changes=tuple(with_divisions(changes)),
        unread=tuple(unread),
        read_by=readers_digest(),
        registers=tuple(RegisterStatement(columns.table, one, header) for one in schemes),
        legs=tuple(legs),
        units=tuple(units),
    )
