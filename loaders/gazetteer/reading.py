"""Files of a list of places, read: tables with the columns code and name, and JSON with these keys, also nested.

A list of a whole country has 700,000 rows: text is read row by row, and each place is its code and its name alone.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path

from graph.errors import FileRefusedError, reason_of
from loaders.files.kinds import kind_of
from loaders.files.plain import to_characters
from loaders.formats.separated_values import vote
from loaders.gazetteer.codes import LEVELS, code_of, shorter
from loaders.tables.register_columns import list_columns

_LOOKED_AT = 20_000
"""Characters by which the sign that parts the cells is told."""
_MANY = 1_000_000
"""Characters of a table that are gone through at once."""
_BLANKS = re.compile(r"[ \t\r\n]*")
_AT_ONCE = 50_000
"""Rows that are looked at together."""
_SMALLEST = {digits: 10 ** (digits - 1) for digits in LEVELS}
"""The smallest code of each number of digits: none begins with 0."""

Row = tuple[int, str, str]
"""The number of a row in its file, and the words of its code and name."""


@dataclass(slots=True)
class ListedPlaces:
    """What the files of one list say: the name of each place by its code, and the rows without a code or a name.

    `digest` tells the bytes of the files whatever their order.
    """

    names: dict[int, str] = field(default_factory=dict)
    unread: list[tuple[str, int, str]] = field(default_factory=list)
    """Rows that say nothing: the file, the number of the row, what stands for a code."""
    digest: str = ""

    def add(self, path: str, rows: Iterable[Row]) -> None:
        """Take in the rows of a file. Raises FileRefusedError for a code that is none, or has another name already."""
        waiting = iter(rows)
        while some := list(islice(waiting, _AT_ONCE)):
            if not self._add_alike(some):
                self._add_each(path, some)

    def _add_alike(self, rows: Sequence[Row]) -> bool:
        """Take in rows of which each has a new code, as long as the others, and a name; all of them or none."""
        _, codes, names = zip(*rows, strict=True)
        digits = "".join(codes)
        if len(set(map(len, codes))) > 1 or len(codes[0]) not in LEVELS:
            return False
        if not (digits.isascii() and digits.isdecimal()):
            return False
        found = dict(zip(map(int, codes), map(str.strip, names), strict=True))
        if len(found) < len(rows) or not all(found.values()) or not found.keys().isdisjoint(self.names):
            return False
        if min(found) < _SMALLEST[len(codes[0])]:
            return False
        self.names |= found
        return True

    def _add_each(self, path: str, rows: Iterable[Row]) -> None:
        for row, typed, name in rows:
            code = code_of(typed, row)
            known = name.strip()
            if code is None or not known:
                self.unread.append((path, row, typed.strip()))
            elif self.names.setdefault(code, known) != known:
                raise FileRefusedError("gazetteer.twice", row=row, code=code, one=self.names[code], other=known)

    def finish(self) -> None:
        """Call larger places by their own codes, unless a place of that code has another name."""
        for code in [code for code in self.names if code % 100 == 0]:
            short = shorter(code)
            if short != code and self.names.get(short, self.names[code]) == self.names[code]:
                self.names[short] = self.names.pop(code)


def read_lists(paths: Sequence[Path]) -> ListedPlaces:
    """The places of all files of one list. Raises FileRefusedError, which names the file, for one that is no list."""
    found = ListedPlaces()
    digests = []
    for path in paths:
        try:
            data = path.read_bytes()
            digests.append(sha256(data).hexdigest())
            rows = _rows(data)
            del data
            found.add(path.name, rows)
        except OSError as error:
            raise FileRefusedError.at(path, reason_of(error)) from error
        except FileRefusedError as error:
            raise FileRefusedError.at(path, error.message) from error
    found.finish()
    found.digest = sha256("".join(sorted(set(digests))).encode()).hexdigest()
    return found


def _rows(data: bytes) -> Iterator[Row]:
    """The rows of a file by what its bytes are. Raises FileRefusedError."""
    if not data.strip():
        raise FileRefusedError("file.empty")
    if kind_of(data) == "xlsx":
        return _workbook_rows(data)
    if kind_of(data) != "text":
        raise FileRefusedError("gazetteer.no_list")
    characters = to_characters(data)
    return _json_rows(characters) if characters[:_LOOKED_AT].lstrip()[:1] in {"[", "{"} else _text_rows(characters)


def _text_rows(characters: str) -> Iterator[Row]:
    """The rows of a table in text. A last row that has fewer cells and no end of its line is one that was cut off."""
    sign = vote(characters[:_LOOKED_AT])
    cut = characters[-1:] not in {"\n", "\r"}
    reader = csv.reader(_lines(characters), delimiter=sign, strict=True)
    del characters
    try:
        header = next(reader, [])
        code, name = list_columns(header)
        short, needed, whole = (0, 0), max(code, name), len(header)
        for cells in reader:
            filled = len(cells)
            if filled > needed:
                yield reader.line_num, cells[code], cells[name]
            if filled < whole:
                short = reader.line_num, filled
    except csv.Error as error:
        raise FileRefusedError("gazetteer.cut_off", row=reader.line_num) from error
    if cut and short[0] == reader.line_num and short[1]:
        raise FileRefusedError("gazetteer.cut_off", row=short[0])


def _lines(characters: str) -> Iterator[str]:
    """The lines of a text, some at a time: a copy of the whole is large."""
    start = 0
    while start < len(characters):
        end = characters.find("\n", start + _MANY) + 1 or len(characters)
        yield from io.StringIO(characters[start:end], newline="")
        start = end


def _json_rows(characters: str) -> Iterator[Row]:
    """The places of a file of JSON: objects with code and name, and those below them under `children`."""
    decoder, number, at = json.JSONDecoder(), 0, _past_blanks(characters, 0)
    single = characters[at] == "{"
    at = at if single else _past_blanks(characters, at + 1)
    while characters[at : at + 1] not in {"]", ""}:
        try:
            told, end = decoder.raw_decode(characters, at)
        except (ValueError, RecursionError) as error:
            raise FileRefusedError("gazetteer.cut_off", row=number + 1) from error
        for code, name in _told(told):
            number += 1
            yield number, code, name
        at = _past_blanks(characters, end)
        if single:
            return
        if characters[at : at + 1] == ",":
            at = _past_blanks(characters, at + 1)
        elif characters[at : at + 1] != "]":
            break
    if characters[at : at + 1] != "]":
        raise FileRefusedError("gazetteer.cut_off", row=number + 1)


def _past_blanks(characters: str, at: int) -> int:
    found = _BLANKS.match(characters, at)
    return found.end() if found else at


def _told(place: object) -> Iterator[tuple[str, str]]:
    """The places that an object names. Raises FileRefusedError for one that has no code."""
    if not isinstance(place, dict) or not {"code", "name"} <= place.keys():
        raise FileRefusedError("gazetteer.no_columns")
    yield str(place["code"]), str(place["name"])
    below = place.get("children", ())
    yield from chain.from_iterable(map(_told, below if isinstance(below, list) else ()))


def _workbook_rows(data: bytes) -> Iterator[Row]:
    """The rows of the sheets of a workbook that have both columns."""
    from loaders.formats.xlsx.workbook import read_workbook  # noqa: PLC0415 - loaded where a workbook is read

    grids = [grid for grid in read_workbook(data) if grid.rows]
    heads = [[cell.text for cell in grid.rows[0].cells] for grid in grids]
    lists = [grid for grid, head in zip(grids, heads, strict=True) if list_columns(head, found=False) != (-1, -1)]
    if not lists:
        raise FileRefusedError("gazetteer.no_columns")
    for grid in lists:
        columns = [cell.column for cell in grid.rows[0].cells]
        code, name = (columns[at] for at in list_columns([cell.text for cell in grid.rows[0].cells]))
        for row in grid.rows[1:]:
            filled = {cell.column: cell for cell in row.cells}
            if code in filled and name in filled:
                whole = filled[code].number
                typed = str(int(whole)) if whole is not None and whole == int(whole) else filled[code].text
                yield row.number, typed, filled[name].text
