"""Marks: the places in an item's words that give owners or deadlines: runs of labels and owner brackets.

A mark closes the words before it; what it states stays as words, for `loaders.prose.assign` to read.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from graph.words.fold import Folded
from loaders.owners.reading import is_all_names
from loaders.prose.labels import Label
from loaders.text import Words

OWNING = frozenset({"lead", "responsible", "supporting", "member", "leaders", "lead_leaders", "due"})


class StatedRoles(NamedTuple):
    """One label's value (`roles` of the label) or the words of a bracket without a label (`roles` empty)."""

    roles: tuple[str, ...]
    words: str


class ClosingMark(NamedTuple):
    """What stands between `start` and `end` of an item's words and closes the words before it.

    `beside`: a bracket that counts only beside other owner brackets of the plan (of names alone, of names none of which
    is sure); `unsure`: one of names alone none of which is sure, which another bracket has to name too; `behind`: how
    much of its end are reports and contacts, which are no part of what it states.
    """

    start: int
    end: int
    stated: tuple[StatedRoles, ...]
    bracket: bool
    beside: bool = False
    unsure: bool = False
    behind: int = 0

    @property
    def stated_end(self) -> int:
        """Where the last words end that state something."""
        return self.end - self.behind


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
    def folded(self) -> Folded:
        """The words in half-width signs."""
        return self.words.folded

    @cached_property
    def line_ends(self) -> frozenset[int]:
        """Positions behind the last character of each line."""
        return frozenset((*self.breaks, len(self.words.text)))

    @cached_property
    def line_starts(self) -> frozenset[int]:
        """Positions of the first character of each line but the first."""
        return frozenset(self.breaks)

    def line_start(self, position: int) -> int:
        """Where the line begins in which the character at `position` stands."""
        index = bisect_right(self.breaks, position)
        return self.breaks[index - 1] if index else 0

    def line_end(self, position: int) -> int:
        """Where the line ends in which the character at `position` stands."""
        index = bisect_right(self.breaks, position)
        return self.breaks[index] if index < len(self.breaks) else len(self.words.text)

    def stated(self, label: Label, end: int) -> StatedRoles:
        """What a label states whose value ends at `end`; a note behind the label's words goes before its value."""
        note = self.words.text[label.note[0] : label.note[1]] if label.note else ""
        return StatedRoles(label.roles, note + self._value(label, end).strip(" \u3000;；,，"))

    def _value(self, label: Label, end: int) -> str:
        """The words behind a label; names that stand one a line, up to the next label's line, are a list."""
        first, last = bisect_right(self.breaks, label.end), bisect_left(self.breaks, end)
        lines = [self.words.text[a:b] for a, b in pairwise((label.end, *self.breaks[first:last], end))]
        apart = label.end in self.line_ends or end in self.line_starts
        listed = apart and len(lines) > 1 and all(map(is_all_names, lines))
        return "、".join(line.strip() for line in lines) if listed else self.words.text[label.end : end]


def owns(label: Label) -> bool:
    """Whether a label gives owners or a deadline (members only beside a lead unit)."""
    return not OWNING.isdisjoint(label.roles)


def labels_between(labels: Sequence[Label], start: int, end: int) -> Sequence[Label]:
    """The labels that begin from `start` on and before `end`."""
    first = bisect_left(labels, start, key=lambda label: label.start)
    return labels[first : bisect_left(labels, end, key=lambda label: label.start)]
