"""Records: blocks of lines `key：value` whose first key comes back, each an item of its own (督办事项：… 责任单位：…).

    record = first_key `:` value, field*      field = a label | a report, its further lines too | a part of the content

The first key is the first in the text that gives neither role nor report and stands again where most of the blocks
that it begins hold a label of owners or deadlines, none of them twice. Under a heading no owner stands before it, and
between two records no line but those of fields. A key of running numbers is dropped with its line.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from graph.words.fold import Folded, compact
from graph.words.numbering import Number
from loaders.prose.labels import Label, find_labels, label_at
from loaders.prose.marks import owns
from loaders.prose.report_fields import key_at, report_at
from loaders.text import Words
from loaders.vocabulary.columns import column_words

Piece = tuple[Number | None, Words]
_HEADINGS = frozenset({"section", "chinese"})
_ENOUGH = 2  # records by which a key is known for the first of each
_TRIED = 6  # keys that are tried; a record has no more before the one that begins it


@dataclass(frozen=True, slots=True)
class _RecordLine:
    """What a piece is to a record: its number, its key, whether it reports, the roles of its labels."""

    number: Number | None
    key: str
    reports: bool
    roles: tuple[str, ...]


def record_starts(pieces: Sequence[Piece]) -> Mapping[int, str]:
    """Which pieces begin a record, with the key in front of its name."""
    counts = Counter(field_key(piece) for piece in pieces)
    again = [key for key, times in counts.items() if key and times >= _ENOUGH]
    lines = [_read_line(piece) for piece in pieces] if again else []
    for key in islice(again, _TRIED):
        starts = [index for index, line in enumerate(lines) if line.key == key]
        ends = [*starts[1:], len(lines)]
        owning = [_owns_once(lines[start:end]) for start, end in zip(starts, ends, strict=True)]
        most = owning.count(True) >= _ENOUGH and owning.count(True) * 2 > len(owning)
        if most and all(_may_begin(lines, start, first=start == starts[0]) for start in starts):
            return dict.fromkeys(starts, key)
    return {}


def is_running_number(key: str) -> bool:
    """Whether a key heads the running number of a record."""
    return compact(key).rstrip(":") in column_words().number.words


def field_key(piece: Piece) -> str:
    """The key with its colon with which a piece begins behind its number; "" for one of a role or a report."""
    words = piece[1]
    if ":" not in words.folded and "(" not in words.folded:
        return ""
    start = _behind_number(piece)
    end = key_at(words.folded, start)
    if not end or report_at(words.folded, start):
        return ""
    labels = find_labels(Folded(words.folded[start:end]))
    return "" if any(map(owns, labels)) else words.text[start:end]


def _behind_number(piece: Piece) -> int:
    number, words = piece
    start = number.end if number else 0
    return start + len(words.text[start:]) - len(words.text[start:].lstrip())


def _read_line(piece: Piece) -> _RecordLine:
    folded = piece[1].folded
    report = report_at(folded, _behind_number(piece))
    behind = report.end if report else 0
    roles = tuple(role for one in _labels(folded) if owns(one) and one.start >= behind for role in one.roles)
    return _RecordLine(piece[0], field_key(piece), report is not None, roles)


def _labels(folded: Folded) -> list[Label]:
    """The labels of a line, also one in a bracket at its start (【责任单位】县水利局)."""
    bracketed = label_at(folded, 1) if folded.startswith("(") else None
    return [bracketed] if bracketed and folded.startswith(")", bracketed.end) else find_labels(folded)


def _may_begin(lines: Sequence[_RecordLine], start: int, *, first: bool) -> bool:
    """Whether a record may begin at a line: behind a heading's lines, or behind the last field of a record, which may
    hold numbers of its own.
    """
    owned, plain = False, False
    for index in range(start - 1, -1, -1):
        line = lines[index]
        if line.key == lines[start].key:
            return not plain
        if line.number is not None and (first or line.number.style in _HEADINGS):
            return not (owned or line.roles)
        if line.reports:
            plain = False
        elif not (line.key or line.roles or line.number):
            plain = True
        elif plain:
            return False
        owned = owned or bool(line.roles)
    return not owned


def _owns_once(lines: Sequence[_RecordLine]) -> bool:
    """Whether the lines up to the next heading hold labels of owners or deadlines, none twice."""
    roles: list[str] = []
    for index, line in enumerate(lines):
        if index and line.number is not None and line.number.style in _HEADINGS:
            break
        roles += line.roles
    return bool(roles) and len(set(roles)) == len(roles)
