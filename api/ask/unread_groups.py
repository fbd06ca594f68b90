"""What was not read of a paper, folded so that a person can look through it: by the heading above it and by the reason.

A heading is a paragraph that begins with 一、, （一） or 第一章; what stands above the first belongs to none.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.words.fold import fold
from graph.words.numbering import number_at

_HEADINGS = frozenset({"section", "chinese", "chinese_bracket"})
_LOOKED_AT = 12  # characters in which a number stands
_LONGEST = 40  # characters of a heading that are shown
_SHOWN = 3  # parts that the sentence of a group names


@dataclass(frozen=True, slots=True)
class UnreadPassage:
    """One passage that was not read: where it begins, its line (0 without lines), its words, why; `passage` is its id,
    `place` where it stands in a file without lines.
    """

    start: int
    line: int
    words: str
    code: str
    values: Mapping[str, object]
    passage: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class UnreadGroup:
    """The passages below one heading ("" above the first) that were not read for one reason, in their order."""

    heading: str
    code: str
    passages: tuple[UnreadPassage, ...]

    @property
    def values(self) -> dict[str, object]:
        """What the sentence of the reason holds; of texts that differ the first few."""
        first = self.passages[0].values
        return {name: self._joined(name) if isinstance(one, str) else one for name, one in first.items()}

    def _joined(self, name: str) -> str:
        found = list(dict.fromkeys(str(one.values.get(name, "")) for one in self.passages))
        return "、".join(found[:_SHOWN]) + ("…" if len(found) > _SHOWN else "")


def headings_in(paragraphs: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """The headings among paragraphs, each with the offset at which it begins."""
    found: list[tuple[int, str]] = []
    for start, words in paragraphs:
        bare = words.lstrip()
        number = number_at(fold(bare[:_LOOKED_AT]))
        if number is not None and number.style in _HEADINGS:
            found.append((start, bare.split("。")[0].split("\n")[0][:_LONGEST].strip()))
    return found


def folded(passages: Iterable[UnreadPassage], headings: Sequence[tuple[int, str]]) -> list[UnreadGroup]:
    """The passages by heading and reason, in the order in which the first of each stands in the paper."""
    starts = [start for start, _ in headings]
    groups: dict[tuple[int, str], list[UnreadPassage]] = {}
    for one in sorted(passages, key=lambda one: (one.start, one.code)):
        groups.setdefault((bisect_right(starts, one.start) - 1, one.code), []).append(one)
    return [
        UnreadGroup(headings[place][1] if place >= 0 else "", code, tuple(found))
        for (place, code), found in groups.items()
    ]
