"""Formulas of an old workbook that no program calculated yet, told by the records of its stream.

Excel, WPS and LibreOffice note by which version they calculated (RECALCID). Where nobody did, a formula whose stored
value is 0 or nothing is one that the program that wrote the file left to be calculated.
"""

import struct
from collections.abc import Iterator

_FORMULA, _BEGINS, _ENDS, _SHEET, _CALCULATED = 0x0006, 0x0809, 0x000A, 0x0085, 0x01C1
"""Records: a formula, the beginning and end of a part, where a sheet begins, who calculated."""
_NOTHING = (bytes(8), b"\x03\0\0\0\0\0\xff\xff")
"""Stored values of a formula: 0, and no words."""
_AT_VALUE = 6  # bytes of a formula before its value: its row, its column and its look


def never_calculated(stream: bytes) -> list[set[tuple[int, int]]]:
    """By sheet, in order, the rows and columns, from 0, of such formulas; none where a program has calculated."""
    places = []
    for record, start, length in _records(stream, 0):
        if record == _CALCULATED:
            return []
        if record == _SHEET and length > 5 and stream[start + 5] == 0:  # noqa: PLR2004 - its kind: of cells
            places.append(struct.unpack_from("<I", stream, start)[0])
    return [set(_formulas(stream, place)) for place in places]


def _formulas(stream: bytes, place: int) -> Iterator[tuple[int, int]]:
    for record, start, length in _records(stream, place):
        if record == _FORMULA and length >= _AT_VALUE + 8:
            row, column = struct.unpack_from("<HH", stream, start)
            if stream[start + _AT_VALUE : start + _AT_VALUE + 8] in _NOTHING:
                yield row, column


def _records(stream: bytes, place: int) -> Iterator[tuple[int, int, int]]:
    """The records of the part that begins at a place, with where they stand and their lengths; those of parts within
    it (charts) too.
    """
    depth = 0
    while 0 <= place <= len(stream) - 4:
        record, length = struct.unpack_from("<HH", stream, place)
        yield record, place + 4, min(length, len(stream) - place - 4)
        depth += (record == _BEGINS) - (record == _ENDS)
        if depth <= 0:
            return
        place += 4 + length
