"""The XML of a sheet without what says nothing: cells and rows that are only formatted, and all that stands beside the
rows. Sheets of millions of empty cells pass through chunk by chunk; what is left is small enough to be opened.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from graph.errors import FileRefusedError
from graph.words.sheet_columns import column_number
from loaders.formats.grids.grid import MergedRange
from loaders.formats.xlsx.names import MAIN
from loaders.limits import MOST_MERGES

_LARGEST = 64 * 1024 * 1024
"""Bytes of a sheet without its empty cells, and of a row; 400,000 cells take 30 MB."""
_PREFIX = re.compile(rb"<(?:(\w+):)?(?:worksheet|dialogsheet|macrosheet)\b")
_HEAD = 64 * 1024
_NAMES = re.compile(rb"((xmlns(?::\w+)?)=[\"'][^\"'<>]*[\"'])")
_LOOKS = re.compile(rb"<((?:\w+:)?)rPr(?:\s[^<>]*)?(?<!/)>((?>(?:[^<]+|<(?!/?(?:\w+:)?rPr\b))*))</\1rPr\s*>")
_SOUNDS = re.compile(
    rb"<((?:\w+:)?)rPh\b(?>(?:[^<]+|<(?!/?(?:\w+:)?rPh\b))*)</\1rPh\s*>|<(?:\w+:)?phoneticPr\b[^<>]*/>"
)
_COORDINATE = re.compile(r"([A-Z]{1,3})(\d{1,7})$")


@dataclass(frozen=True, slots=True)
class SlimSheet:
    """What a sheet says: `xml` holds its columns and filled cells, `uncalculated` the formulas that no program
    calculated yet, by row and column.
    """

    xml: bytes
    merges: tuple[MergedRange, ...]
    uncalculated: tuple[tuple[int, int, str], ...]


def slim(chunks: Iterable[bytes]) -> SlimSheet:
    """A sheet of which the XML comes in chunks. Raises FileRefusedError for one that is too long."""
    found = _Slimming()
    xml = b"".join(found.passed(chunks))
    tag = found.prefix
    start = re.search(rb"<%ssheetData\b[^<>]*>" % tag, xml)
    end = xml.rfind(b"</%ssheetData" % tag)
    rows = xml[start.end() : end] if start and start.end() <= end else b""
    head = xml[: start.start() if start else 0]
    first, last = head.find(b"<%scols" % tag), head.rfind(b"</%scols>" % tag)
    columns = head[first:last] + b"</%scols>" % tag if 0 <= first < last else b""
    own = b"xmlns%s" % (b":" + tag[:-1] if tag else b"")
    root = re.search(rb"<%sworksheet\b[^<>]*>" % tag, xml[:_HEAD])
    names = b" ".join(whole for whole, name in _NAMES.findall(root[0] if root else b"") if name != own)
    slim_xml = b'<%sworksheet %s="%s" %s>%s<%ssheetData>%s</%ssheetData></%sworksheet>' % (
        *(tag, own, MAIN.encode(), names, columns, tag, slim_texts(rows), tag, tag),
    )
    merges = re.findall(rb"<%smergeCell\s[^<>]*?\bref=[\"']([A-Z0-9:$]+)" % tag, xml[max(end, 0) :])
    if len(merges) > MOST_MERGES:
        raise FileRefusedError("file.workbook_large")
    ranges = (_range(ref.decode()) for ref in merges)
    return SlimSheet(slim_xml, tuple(one for one in ranges if one), tuple(_uncalculated(rows, tag)))


def slim_texts(xml: bytes) -> bytes:
    """Texts whose runs of letters say of their look only whether they are struck out, without what tells sounds."""
    xml = _SOUNDS.sub(b"", xml)
    return _LOOKS.sub(lambda one: b"<%srPr>%s</%srPr>" % (one[1], _struck(one[2], one[1]), one[1]), xml)


def _struck(looks: bytes, tag: bytes) -> bytes:
    struck = re.search(rb"<(?:\w+:)?strike\b(?![^<>]*\bval=[\"'](?:0|false|off)[\"'])", looks)
    return b"<%sstrike/>" % tag if struck else b""


class _Slimming:
    """The prefix of the sheet's tags, known from its first chunk, and how empty cells and rows are left out."""

    def __init__(self) -> None:
        self.prefix = b""

    def passed(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """The XML without empty cells and rows."""
        rest, kept, patterns = b"", 0, None
        for chunk in chunks:
            rest += chunk
            if patterns is None:
                if len(rest) < _HEAD and b"sheetData" not in rest:
                    continue
                named = _PREFIX.search(rest)
                self.prefix = named[1] + b":" if named and named[1] else b""
                patterns = _empty(self.prefix)
            cut = rest.rfind(b"<%srow" % self.prefix)
            if cut <= 0:
                _check(len(rest))
                continue
            ready, rest = rest[:cut], rest[cut:]
            ready = patterns[1].sub(b"", patterns[0].sub(b"", ready))
            kept += len(ready)
            _check(kept + len(rest))
            yield ready
        cell, row = patterns or _empty(b"")
        yield row.sub(b"", cell.sub(b"", rest))


def _check(length: int) -> None:
    if length > _LARGEST:
        raise FileRefusedError("file.workbook_large")


def _empty(tag: bytes) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """Cells, and rows, that hold nothing and tell their places, so that the others keep theirs without them."""
    cell = rb"<%sc\s(?=[^<>]*\br=)[^<>]*(?:/>|(?<!/)>\s*</%sc\s*>)\s*" % (tag, tag)
    row = rb"<%srow\s(?=[^<>]*\br=)[^<>]*(?:/>|(?<!/)>\s*</%srow\s*>)\s*" % (tag, tag)
    return re.compile(cell), re.compile(row)


def _uncalculated(rows: bytes, tag: bytes) -> Iterator[tuple[int, int, str]]:
    """The formulas without a stored value; one whose value is an empty text has one."""
    pattern = rb"<%sc\b([^<>]*)>\s*<%sf\b[^<>]*(?:/>|>([^<]*)</%sf>)\s*+(?:<%sv\s*/>|<%sv\s*>\s*</%sv>)?\s*+</%sc\s*>"
    for found in re.finditer(pattern % ((tag,) * 7), rows):
        place = re.search(rb"\br=[\"']([A-Z]+\d+)", found[1])
        if place and not re.search(rb"\bt=[\"']str", found[1]) and (at := _coordinate(place[1].decode())):
            yield *at, "=" + unescape((found[2] or b"").decode("utf-8", "replace"))


def _range(ref: str) -> MergedRange | None:
    first, _, last = ref.replace("$", "").partition(":")
    one, other = _coordinate(first), _coordinate(last or first)
    if one is None or other is None:
        return None
    return MergedRange(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))


def _coordinate(words: str) -> tuple[int, int] | None:
    """The row and column of C7."""
    found = _COORDINATE.match(words)
    return (int(found[2]), column_number(found[1])) if found else None
