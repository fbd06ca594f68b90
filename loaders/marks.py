"""Marks: the places in an item's words that give owners or deadlines: runs of labels and owner brackets.

A mark closes the words before it; what it states stays as words, for `loaders.assign` to read.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.brackets import outermost, pairs
from loaders.fold import fold
from loaders.labels import Label, find_labels, label_at
from loaders.owners import has_duty_verb, is_all_names
from loaders.text import Words
from loaders.values import value_end

_OWNS = {"lead", "responsible", "supporting", "leaders", "lead_leaders", "due"}
_GAP = re.compile(r"[\s。;,.、]*")
_STOPS = "。;!?"


@dataclass(frozen=True, slots=True)
class Stated:
    """One label's value (`roles` of the label) or the words of a bracket without a label (`roles` empty)."""

    roles: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands between `start` and `end` of an item's words and closes the words before it."""

    start: int
    end: int
    stated: tuple[Stated, ...]
    bracket: bool

    @property
    def names_only(self) -> bool:
        """Whether it is a bracket of names alone, which counts only beside others of the plan."""
        return self.bracket and all(not part.roles for part in self.stated) and not has_duty_verb(self.stated[0].words)


@dataclass(frozen=True)
class ItemWords:
    """An item's words on one line; `breaks` are the positions at which its lines begin (without the first)."""

    words: Words
    breaks: tuple[int, ...] = ()

    @classmethod
    def of(cls, lines: Sequence[Words]) -> "ItemWords":
        """The words of lines that follow each other."""
        breaks: list[int] = []
        length = 0
        for line in lines:
            breaks.append(length)
            length += len(line.text)
        return cls(Words.join(lines), tuple(breaks[1:]))

    @cached_property
    def folded(self) -> str:
        """The words in half-width signs."""
        return fold(self.words.text)

    @cached_property
    def line_ends(self) -> frozenset[int]:
        """Positions behind the last character of each line."""
        return frozenset((*self.breaks, len(self.words.text)))


def find_marks(item: ItemWords) -> list[Mark]:
    """The marks of an item, left to right; brackets of names alone are among them (`Mark.names_only`)."""
    labels = find_labels(item.folded)
    brackets = _owner_brackets(item, labels) if "(" in item.folded else []
    taken = [(mark.start, mark.end) for mark in brackets]
    free = [label for label in labels if not any(start <= label.start < end for start, end in taken)]
    free += _labels_without_colon(item, free, taken)
    marks = sorted([*brackets, *_label_marks(item, sorted(free, key=_position), taken)], key=_start)
    return list(_merged(marks, item.folded))


def _start(mark: Mark) -> int:
    return mark.start


def _merged(marks: Sequence[Mark], folded: str) -> Iterator[Mark]:
    """Marks with nothing between them are one."""
    current: Mark | None = None
    for mark in marks:
        if current is None:
            current = mark
        elif _GAP.fullmatch(folded, current.end, mark.start):
            current = Mark(current.start, mark.end, current.stated + mark.stated, current.bracket)
        else:
            yield current
            current = mark
    if current is not None:
        yield current


def _owner_brackets(item: ItemWords, labels: Sequence[Label]) -> list[Mark]:
    folded = item.folded
    found = pairs(folded)
    marks: list[Mark] = []
    behind = 0
    for start, closing in _candidates(found):
        if start < behind:
            continue
        mark = _bracket_mark(item, labels, start, closing)
        if mark is not None:
            marks.append(mark)
            behind = mark.end
    return marks


def _candidates(found: dict[int, int | None]) -> list[tuple[int, int | None]]:
    """Outermost pairs and those that stand in a bracket that is never closed."""
    return outermost({start: end for start, end in found.items() if end is not None}) + [
        (start, None) for start, end in found.items() if end is None
    ]


def _bracket_mark(item: ItemWords, labels: Sequence[Label], start: int, closing: int | None) -> Mark | None:
    folded = item.folded
    first = start + 1
    while folded[first : first + 1] == " ":
        first += 1
    label = label_at(folded, first)
    if label is not None and not _OWNS.isdisjoint(label.roles):
        return _labelled_bracket(item, labels, start, closing, label)
    if closing is None:
        return None
    inside = [other for other in _between(labels, start, closing) if not _OWNS.isdisjoint(other.roles)]
    if inside and label is not None:
        return _labelled_bracket(item, labels, start, closing, label)
    if inside or not _closes(item, start, closing):
        return None
    content = item.words.text[start + 1 : closing]
    if has_duty_verb(content) or (_ends_item(item, closing) and is_all_names(content)):
        return Mark(start, closing + 1, (Stated((), content),), bracket=True)
    return None


def _labelled_bracket(
    item: ItemWords, labels: Sequence[Label], start: int, closing: int | None, label: Label
) -> Mark | None:
    folded = item.folded
    if folded[label.end - 1] != ":":
        if closing == label.end and item.words.text[start] in "【〔[［":
            return _heading_label(item, start, closing, label)
        rest = item.words.text[label.end : closing]
        if not (is_all_names(rest) or has_duty_verb(rest) or ("due" in label.roles and any(map(str.isdigit, rest)))):
            return None
    limit = _next_opening(item, start, len(folded) if closing is None else closing)
    if closing is None:
        stated, end = _values(item, [label, *_run(item, labels, label, limit)], limit)
        return Mark(start, end, stated, bracket=True)
    inner = _between(labels, label.end, limit)
    run = [label, *inner]
    ends = [other.start for other in inner] + [limit]
    stated = tuple(
        Stated(one.roles, item.words.text[one.end : end].strip(" \u3000;；,，"))
        for one, end in zip(run, ends, strict=True)
    )
    return Mark(start, closing + 1 if limit == closing else limit, stated, bracket=True)


def _heading_label(item: ItemWords, start: int, closing: int, label: Label) -> Mark:
    """`【责任单位】县水利局`: the label stands in the bracket, its value behind it."""
    behind = closing + 1
    while behind < len(item.folded) and item.folded[behind] in ": ":
        behind += 1
    end = value_end(item.folded, item.breaks, behind, _next_opening(item, start, len(item.folded)))
    return Mark(start, end, (Stated(label.roles, item.words.text[behind:end].strip()),), bracket=True)


def _next_opening(item: ItemWords, start: int, limit: int) -> int:
    """Where, before `limit`, a further bracket with an owner label opens: the one at `start` was never closed then."""
    position = item.folded.find("(", start + 1, limit)
    while position != -1:
        label = label_at(item.folded, position + 1)
        if label is not None and item.folded[label.end - 1] == ":" and not _OWNS.isdisjoint(label.roles):
            return position
        position = item.folded.find("(", position + 1, limit)
    return limit


def _closes(item: ItemWords, start: int, closing: int) -> bool:
    """Whether a bracket stands where a sentence ends: before or behind a stop, or at the end of a line."""
    before = item.folded[:start].rstrip()[-1:]
    return _ends_item(item, closing) or item.folded[closing + 1 : closing + 2] in {*_STOPS, ","} or before in {*_STOPS}


def _ends_item(item: ItemWords, closing: int) -> bool:
    """Whether nothing but a stop stands between a closing bracket and the end of its line."""
    end = closing + 1
    while end < len(item.folded) and item.folded[end] in "。;., " and end not in item.line_ends:
        end += 1
    return end in item.line_ends


def _between(labels: Sequence[Label], start: int, end: int) -> Sequence[Label]:
    """The labels that begin from `start` on and before `end`."""
    return labels[bisect_left(labels, start, key=_position) : bisect_left(labels, end, key=_position)]


def _position(label: Label) -> int:
    return label.start


def _run(item: ItemWords, labels: Sequence[Label], first: Label, limit: int) -> Iterator[Label]:
    """The labels that follow the value of `first`, each other's values, and nothing else, before `limit`."""
    following = _between(labels, first.end, limit)
    end = value_end(item.folded, item.breaks, first.end, following[0].start if following else limit)
    for index, label in enumerate(following):
        if not _GAP.fullmatch(item.folded, end, label.start):
            return
        yield label
        stop = following[index + 1].start if index + 1 < len(following) else limit
        end = value_end(item.folded, item.breaks, label.end, stop)


def _label_marks(item: ItemWords, labels: Sequence[Label], taken: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    starts = sorted([label.start for label in labels] + [start for start, _ in taken] + [len(item.folded)])
    for label in labels:
        limit = starts[bisect_right(starts, label.start)]
        stated, end = _values(item, [label], limit)
        if not _OWNS.isdisjoint(label.roles):
            yield Mark(label.start, end, stated, bracket=False)


def _values(item: ItemWords, labels: Sequence[Label], limit: int) -> tuple[tuple[Stated, ...], int]:
    """What each label states, up to the next label or `limit`, and where the last value ends."""
    stated: list[Stated] = []
    end = labels[0].end
    for index, label in enumerate(labels):
        stop = labels[index + 1].start if index + 1 < len(labels) else limit
        end = value_end(item.folded, item.breaks, label.end, stop, due="due" in label.roles)
        stated.append(Stated(label.roles, item.words.text[label.end : end].strip(" \u3000;；,，")))
    return tuple(stated), end


def _labels_without_colon(item: ItemWords, labels: Sequence[Label], taken: Sequence[tuple[int, int]]) -> list[Label]:
    """Label lines that lost their colon: a label word at the start of a line, a blank, nothing but names or a date."""
    found: list[Label] = []
    starts = {label.start for label in labels}
    for start in (0, *item.breaks):
        label = label_at(item.folded, start)
        if (
            label is None
            or start in starts
            or item.folded[label.end - 1] == ":"
            or any(a <= start < b for a, b in taken)
        ):
            continue
        end = value_end(item.folded, item.breaks, label.end, len(item.folded))
        value = item.words.text[label.end : end]
        dated = "due" in label.roles and any(map(str.isdigit, value))
        if value[:1].isspace() and not _OWNS.isdisjoint(label.roles) and (dated or is_all_names(value)):
            found.append(label)
    return found
