"""The outline of a plan's prose: headings and items by their numbers, each with the words that stand under it.

Numbers lose their heading, headings lose their number, and a whole document may stand on one line; the outline follows
the sequence of the numbers, not the layout.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.fold import fold
from loaders.labels import find_labels
from loaders.numbering import Number, number_at, numbers_inside
from loaders.text import Words

_RANK = {
    "": -1,
    "section": 0,
    "chinese": 1,
    "chinese_bracket": 2,
    "digit": 3,
    "decimal": 4,
    "digit_bracket": 5,
    "circled": 6,
    "enumeration": 7,
}
_STOPS = set("。;!?:,) ”》")
_NO_STOP_LOST = set("、一二三四五六七八九十〇百第初周之统唯同万合逐0123456789.")
_SHORTEST_ITEM = 3
_LONGEST_VALUE = 200


@dataclass(slots=True, eq=False)
class Item:
    """A heading or an item: its number as written ("" for the root or lost), its lines, and the items under it."""

    style: str = ""
    value: int = 0
    number: str = ""
    parts: list[Words] = field(default_factory=list)
    children: list["Item"] = field(default_factory=list)

    def walk(self) -> Iterator["Item"]:
        """The item and all items under it, in order of reading."""
        yield self
        for child in self.children:
            yield from child.walk()


def build_outline(paragraphs: Sequence[Words]) -> Item:
    """The outline of paragraphs that follow each other; its root holds what stands before the first number."""
    pieces = list(_pieces(paragraphs))
    builder = _Builder([number for number, _ in pieces])
    for index, (number, words) in enumerate(pieces):
        if number is None:
            builder.stack[-1].parts.append(words)
        else:
            builder.add(index, number, words)
    return builder.root


class _Builder:
    """Puts each numbered piece under the item that it belongs to."""

    def __init__(self, numbers: Sequence[Number | None]) -> None:
        self.numbers = numbers
        self.root = Item()
        self.stack = [self.root]

    def add(self, index: int, number: Number, words: Words) -> None:
        styles = [item.style for item in self.stack]
        if number.style in styles:
            level = styles.index(number.style)
            previous = self.stack[level]
            del self.stack[level:]
            if number.value == 1 and previous.value >= 1:
                self._lost_heading(previous)
        else:
            while _RANK[self.stack[-1].style] > _RANK[number.style] and not self._nests(index, number):
                self.stack.pop()
        text = words.text[: number.end].strip()
        item = Item(number.style, number.value, text, [words])
        self.stack[-1].children.append(item)
        self.stack.append(item)

    def _nests(self, index: int, number: Number) -> bool:
        """Whether a style that usually stands above goes on inside the item before it (`1、…（一）…（二）…2、…`)."""
        above = self.stack[-1]
        if number.value != 1:
            return False
        following = (later for later in self.numbers[index + 1 :] if later is not None)
        return next((later.value == above.value + 1 for later in following if later.style == above.style), False)

    def _lost_heading(self, previous: Item) -> None:
        """The numbers begin again without a heading: the last line of the item before is taken for one."""
        last = previous
        while last.children:
            last = last.children[-1]
        above = self.stack.pop() if len(self.stack) > 1 else None
        heading = Item(above.style, above.value) if above else Item()
        if len(last.parts) > 1:
            heading.parts.append(last.parts.pop())
        self.stack[-1].children.append(heading)
        self.stack.append(heading)


def _pieces(paragraphs: Sequence[Words]) -> Iterator[tuple[Number | None, Words]]:
    """The paragraphs, parted where numbers stand inside them, each piece with its number."""
    enumerated = _enumerations(paragraphs)
    sequence: list[tuple[str, int]] = []
    for index, words in enumerate(paragraphs):
        folded = fold(words.text)
        number = number_at(folded)
        if number is not None and not _holds(number, sequence, enumerated=index in enumerated):
            number = None
        if number is not None:
            _advance(sequence, number)
        start = 0
        for inner in _inner_numbers(folded, number.end if number else 0, sequence):
            yield number, words.part(start, inner.start)
            number, start = Number(inner.style, inner.value, 0, inner.end - inner.start), inner.start
        yield number, words.part(start, len(words.text))


def _holds(number: Number, sequence: list[tuple[str, int]], *, enumerated: bool) -> bool:
    """Whether a number at the start of a line is one: a tight one (`3.5G网络`) must be the next of its sequence."""
    if number.style == "enumeration":
        return enumerated
    if number.tight:
        return number.value == 1 + dict(sequence).get(number.style, 0)
    return True


def _enumerations(paragraphs: Sequence[Words]) -> set[int]:
    """The paragraphs that begin 一是, 二是 … where at least two of them do; a single one is running prose."""
    found: set[int] = set()
    last: tuple[int, int] | None = None
    for index, words in enumerate(paragraphs):
        number = number_at(fold(words.text[:8]))
        if number is None:
            continue
        if number.style != "enumeration":
            last = None if _RANK[number.style] < _RANK["digit"] else last
        elif last is not None and number.value == last[1] + 1:
            found |= {last[0], index}
            last = (index, number.value)
        else:
            last = (index, number.value) if number.value == 1 else None
    return found


def _advance(sequence: list[tuple[str, int]], number: Number) -> None:
    """Keep the running values of the open styles: a number closes all styles below its own."""
    styles = [style for style, _ in sequence]
    if number.style in styles:
        del sequence[styles.index(number.style) :]
    else:
        while sequence and _RANK[sequence[-1][0]] > _RANK[number.style]:
            sequence.pop()
    sequence.append((number.style, number.value))


def _inner_numbers(folded: str, first: int, sequence: list[tuple[str, int]]) -> Iterator[Number]:
    """The numbers inside a paragraph that go on with a sequence or begin one that goes on behind them."""
    candidates = [number for number in numbers_inside(folded) if number.start >= first and _stands_free(folded, number)]
    begins = set(_beginnings(candidates))
    behind = first
    for number in candidates:
        expected = dict(sequence).get(number.style, 0) + 1
        opens = number.start in begins and (expected == 1 or folded[number.start - 1] in _STOPS)
        goes_on = number.value == expected and number.value > 1
        if (opens or goes_on) and (number.start - behind >= _SHORTEST_ITEM or behind == first):
            _advance(sequence, number)
            behind = number.end
            yield number


def _beginnings(candidates: Sequence[Number]) -> Iterator[int]:
    """Where the numbers 1 stand behind which a number 2 of their style comes next."""
    following: dict[str, int] = {}
    for number in reversed(candidates):
        if number.value == 1 and following.get(number.style) == 2:  # noqa: PLR2004
            yield number.start
        following[number.style] = number.value


def _stands_free(folded: str, number: Number) -> bool:
    """Whether what stands before and behind allows a number to begin an item here."""
    before = folded[number.start - 1 : number.start]
    if number.tight or number.style in ("chinese", "circled"):
        return before in _STOPS or (before not in _NO_STOP_LOST and _has_lost_its_stop(folded, number))
    return folded[number.end : number.end + 1] not in {"", ")", "项", "款", "条", "、"}


def _has_lost_its_stop(folded: str, number: Number) -> bool:
    """Whether words without a stop may end before a number: a title before 一、, a label's value before the others
    (`…工作方案一、…`, `责任单位：各乡镇三、…`).
    """
    if number.value == 1:
        return number.style == "chinese" and not number.tight
    sentence = folded[max(0, number.start - _LONGEST_VALUE) : number.start].rpartition("。")[2]
    return bool(find_labels(sentence))
