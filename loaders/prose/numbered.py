"""Paragraphs parted at the numbers of headings and items, at their start and inside them.

A number inside a paragraph begins an item where it goes on with a sequence, or begins one that goes on behind it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph.words.fold import Folded
from graph.words.numbering import RANK, Number, number_at, numbers_inside
from graph.words.numerals import SIGNS
from graph.words.pieces import cut
from loaders.owners.person_names import parted
from loaders.owners.unit_names import is_unit
from loaders.prose.labels import find_labels
from loaders.text import Words
from loaders.vocabulary.prose import outline_words

_STOPS = set("。;!?:,) ”》")
_SHORTEST_ITEM = 3  # characters between two numbers of one style below which the second begins no item
_PART_END = re.compile(r"[、,;。(]|\d|$")
_LONGEST_PART = 30  # characters of a part of a list that is looked at
_LONGEST_VALUE = 200  # characters before a number in which a label is looked for


class _Running:
    """The values that the numbers of each style have come to."""

    def __init__(self) -> None:
        self.open: dict[str, int] = {}
        self.latest: dict[str, int] = {}

    def value(self, style: str) -> int:
        """The value of an open style, 0 where none is open."""
        return self.open.get(style, 0)

    def goes_on(self, number: Number) -> bool:
        """Whether a number is the next of its style, also where the items go on over headings (一、1.2. 二、3.)."""
        return number.value > 1 and number.value - 1 in (self.value(number.style), self.latest.get(number.style))

    def advance(self, number: Number) -> None:
        """Keep the value of a number, which closes all styles below its own."""
        rank = RANK[number.style]
        self.open = {style: value for style, value in self.open.items() if RANK[style] <= rank}
        self.open[number.style] = self.latest[number.style] = number.value


def numbered_pieces(paragraphs: Sequence[Words]) -> Iterator[tuple[Number | None, Words]]:
    """The paragraphs, parted where numbers stand inside them, each piece with its number."""
    enumerated = _enumerations(paragraphs)
    running = _Running()
    for index, words in enumerate(paragraphs):
        folded = words.folded
        number = number_at(folded)
        if number is not None and not _holds(number, running, enumerated=index in enumerated):
            number = None
        if number is not None:
            running.advance(number)
        start = 0
        for inner in _inner_numbers(folded, number.end if number else 0, running):
            yield number, words.part(start, inner.start)
            number, start = Number(inner.style, inner.value, 0, inner.end - inner.start), inner.start
        yield number, words.part(start, len(words.text))


def _holds(number: Number, running: _Running, *, enumerated: bool) -> bool:
    """Whether a number at the start of a line is one: a tight one (`3.5G网络`) must be the next of its sequence."""
    if number.style == "enumeration":
        return enumerated
    if number.tight:
        return number.value == 1 + running.value(number.style)
    return True


def _enumerations(paragraphs: Sequence[Words]) -> set[int]:
    """The paragraphs that begin 一是, 二是 … where at least two of them do; a single one is running prose."""
    found: set[int] = set()
    last: tuple[int, int] | None = None
    for index, words in enumerate(paragraphs):
        number = number_at(Folded(words.folded[:8]))
        if number is None:
            continue
        if number.style != "enumeration":
            last = None if RANK[number.style] < RANK["digit"] else last
        elif last is not None and number.value == last[1] + 1:
            found |= {last[0], index}
            last = (index, number.value)
        else:
            last = (index, number.value) if number.value == 1 else None
    return found


def _inner_numbers(folded: Folded, first: int, running: _Running) -> Iterator[Number]:
    """The numbers inside a paragraph that go on with a sequence or begin one that goes on behind them."""
    candidates = [number for number in numbers_inside(folded) if number.start >= first and _stands_free(folded, number)]
    begins = set(_beginnings(candidates))
    behind, style = first, ""
    for number in candidates:
        before = folded[number.start - 1 : number.start]
        opens = number.start in begins and (running.value(number.style) == 0 or before in _STOPS)
        opens = opens or (number.value == 1 and number.style == "chinese_bracket" and before == "。")
        near = number.style == style and number.start - behind < _SHORTEST_ITEM
        if (opens or running.goes_on(number)) and not near:
            running.advance(number)
            behind, style = number.end, number.style
            yield number


def _beginnings(candidates: Sequence[Number]) -> Iterator[int]:
    """Where the numbers 1 stand behind which a number 2 of their style comes next."""
    following: dict[str, int] = {}
    for number in reversed(candidates):
        if number.value == 1 and following.get(number.style) == 2:  # noqa: PLR2004
            yield number.start
        following[number.style] = number.value


def _stands_free(folded: Folded, number: Number) -> bool:
    """Whether what stands before and behind allows a number to begin an item here."""
    before = folded[number.start - 1 : number.start]
    if number.tight or number.style in ("chinese", "circled"):
        lost = before not in _no_stop_lost() or (before.isdigit() and number.style == "chinese")
        return before in _STOPS or (lost and _has_lost_its_stop(folded, number))
    return folded[number.end : number.end + 1] not in {"", *outline_words().refers.words}


@cache
def _no_stop_lost() -> frozenset[str]:
    """Signs behind which no stop was lost: those of numbers and of words that end in one."""
    return frozenset(f"、.0123456789{SIGNS}") | frozenset(outline_words().no_number.behind)


def _has_lost_its_stop(folded: Folded, number: Number) -> bool:
    """Whether words without a stop may end before a number: a title before 一、, a label's value before the others
    (`…工作方案一、…`, `责任单位：各乡镇三、…`).
    """
    if number.value == 1:
        return number.style == "chinese" and not number.tight
    sentence = folded[max(0, number.start - _LONGEST_VALUE) : number.start].rpartition("。")[2]
    labels = find_labels(Folded(sentence))
    if not labels:
        return False
    with_numeral = sentence[labels[-1].end :] + folded[number.start : number.end - 1]
    return not (parted(cut(with_numeral)[-1].text) and _goes_on_with_name(folded, number.end))


def _goes_on_with_name(folded: Folded, start: int) -> bool:
    """Whether a list goes on at `start`: 张三、李四 and 张三、县水利局, but not 李明三、有关要求."""
    part = _PART_END.split(folded[start : start + _LONGEST_PART], maxsplit=1)[0]
    return bool(parted(part) or parted(part.rstrip(SIGNS))) or is_unit(part)
