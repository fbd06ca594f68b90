"""The outline of a plan's prose: headings and items by their numbers, each with the words that stand under it.

Numbers lose their heading, headings lose their number, and a whole document may stand on one line; the outline follows
the sequence of the numbers, not the layout.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.words.numbering import RANK, Number
from loaders.prose.forms import without_forms
from loaders.prose.introductions import first_of_list, looks_alike
from loaders.prose.numbered import numbered_pieces
from loaders.prose.records import field_key, is_running_number, record_starts
from loaders.text import Words


@dataclass(slots=True, eq=False)
class Item:
    """A heading or an item: its number as written ("" for the root or lost), its lines, and the items under it.

    A `record` is an item that begins with a `key` in front of its name (督办事项：).
    """

    style: str = ""
    value: int = 0
    number: str = ""
    parts: list[Words] = field(default_factory=list)
    children: list["Item"] = field(default_factory=list)
    record: bool = False
    key: str = ""

    def walk(self) -> Iterator["Item"]:
        """The item and all items under it, in order of reading."""
        yield self
        for child in self.children:
            yield from child.walk()


def build_outline(paragraphs: Sequence[Words]) -> Item:
    """The outline of paragraphs that follow each other; its root holds what stands before the first number."""
    pieces = list(numbered_pieces(without_forms(paragraphs)))
    builder = _Builder([number for number, _ in pieces])
    records = record_starts(pieces)
    for index, (number, words) in enumerate(pieces):
        if number is not None:
            builder.add(index, number, words)
        elif index in records:
            builder.add_record()
        if index in records and is_running_number(records[index]):
            continue
        if index in records or (builder.stack[-1].record and not builder.stack[-1].parts):
            builder.stack[-1].key = field_key((number, words))
        if number is None:
            builder.stack[-1].parts.append(words)
    return builder.root


class _Builder:
    """Puts each numbered piece under the item that it belongs to."""

    def __init__(self, numbers: Sequence[Number | None]) -> None:
        self.numbers = numbers
        self.places: dict[str, list[int]] = {}
        for index, number in enumerate(numbers):
            if number is not None:
                self.places.setdefault(number.style, []).append(index)
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
            while RANK[self.stack[-1].style] > RANK[number.style] and not self._nests(index, number):
                self.stack.pop()
            if number.value == 2 and not self.stack[-1].children:  # noqa: PLR2004
                _lost_first(self.stack[-1], number, words)
        text = words.text[: number.end].strip()
        item = Item(number.style, number.value, text, [words])
        self.stack[-1].children.append(item)
        self.stack.append(item)

    def add_record(self) -> None:
        """Begin a record under the heading that is open."""
        level = next((level for level, item in enumerate(self.stack) if item.record), len(self.stack))
        del self.stack[level:]
        item = Item(record=True)
        self.stack[-1].children.append(item)
        self.stack.append(item)

    def _nests(self, index: int, number: Number) -> bool:
        """Whether a style that usually stands above goes on inside the item before it (`1、…（一）…（二）…2、…`)."""
        above = self.stack[-1]
        places = self.places.get(above.style, [])
        following = bisect_right(places, index)
        later = self.numbers[places[following]] if following < len(places) else None
        return number.value == 1 and later is not None and later.value == above.value + 1

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


def _lost_first(heading: Item, number: Number, second: Words) -> None:
    """The numbers under a heading begin with 2: the lines under its own that look like the second are the first."""
    lines = [part.text for part in heading.parts[1:]]
    begin = 1 + first_of_list(lines, [[second.text[number.end :]]])
    if heading.number and lines and (begin > 1 or looks_alike(lines[0], second.text[number.end :])):
        heading.children.append(Item(number.style, 1, "", heading.parts[begin:]))
        del heading.parts[begin:]
