"""Which words a mark closes: those before it in its item, or a heading with all its sub-items.

An item with one mark is one stretch of words, with several each closes its own. A mark behind the last of several
sub-items, when none of the others has one, belongs to the heading above them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.words.numbering import number_at
from graph.words.signs import EDGES
from loaders.owners.duties import duties
from loaders.owners.unit_lists import split_list
from loaders.prose.introductions import first_of_list
from loaders.prose.labels import label_at
from loaders.prose.marking import find_marks
from loaders.prose.marks import ClosingMark, ItemWords
from loaders.prose.outline import Item
from loaders.prose.titles import breaks_off, carries_text, ends_in_stop, is_heading_line, is_open_line
from loaders.refused import RefusedCandidate
from loaders.text import Words

_SEVERAL = 2  # sub-items, or siblings, that are enough for a pattern
_LONG_LINE = 20  # characters of a first line that may break off where a single sibling tells so


@dataclass(frozen=True, slots=True)
class Closed:
    """Words closed by a mark, which states who owns them; `first_line` is the length of the line that may be a title.

    `number` is that of the item ("" where the words do not begin it), `whole` the words with their mark, `key` that
    of a record in front of its name.
    """

    words: Words
    first_line: int
    number: str
    mark: ClosingMark
    whole: Words
    key: str = ""


@dataclass(slots=True)
class _Read:
    item: Item
    words: ItemWords
    marks: list[ClosingMark]
    first_line: int

    def lines_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The lines, with words on them, of the item from `start` to `end`."""
        breaks = [position for position in self.words.breaks if start < position < end]
        lines = pairwise((start, *breaks, end))
        return [(first, last) for first, last in lines if self.words.words.text[first:last].strip(EDGES)]


def close_items(root: Item, refused: list[RefusedCandidate]) -> Iterator[Closed]:
    """All words of an outline that a mark closes, in order of reading; candidates that are none go to `refused`."""
    read = _read_all(root, refused)
    _drop_lone(read.values(), refused)
    lifted = dict(_lifted(root, read))
    for item, one in read.items():
        if item in lifted:
            yield _close_heading(one, read[lifted[item]])
        elif item not in lifted.values():
            yield from _close(one)


def _drop_lone(read: Iterable[_Read], refused: list[RefusedCandidate]) -> None:
    """Drop a bracket that counts only beside others where it is the only one, or where no other names its names."""
    brackets = [(one, mark) for one in read for mark in one.marks if mark.bracket]
    lone = [found for found in brackets if found[1].unsure]
    if lone:
        named = {name for _, mark in brackets if not mark.unsure for name in _named(mark)}
        lone = [(one, mark) for one, mark in lone if named.isdisjoint(_named(mark))]
    elif len(brackets) == 1 and brackets[0][1].beside:
        lone = brackets
    for one, mark in lone:
        one.marks.remove(mark)
        words, reason = one.words.words.part(mark.start, mark.end), "bracket" if mark.unsure else "lone_bracket"
        refused.append(RefusedCandidate.for_part(words, reason, mark.stated[0].words))


def _named(mark: ClosingMark) -> Iterator[str]:
    """The names in a bracket."""
    parts = (duty for stated in mark.stated for duty in duties(stated.words))
    return (part.name for duty in parts for part in split_list(duty.names))


def _read_all(root: Item, refused: list[RefusedCandidate]) -> dict[Item, _Read]:
    """Each item that has words, with its marks."""
    read: dict[Item, _Read] = {}
    broken = {item for parent in root.walk() for item in _broken(parent.children)}
    for item in root.walk():
        if item.parts:
            words = ItemWords.of(item.parts)
            first_line = _first_line(item, broken=item in broken)
            read[item] = _Read(item, words, find_marks(words, refused), first_line)
    return read


def _broken(siblings: Sequence[Item]) -> Iterator[Item]:
    """Items whose first line breaks off without a stop while most of their siblings carry their text on it."""
    carrying = sum(bool(item.parts) and carries_text(item.parts[0].text) for item in siblings)
    if carrying and carrying * 2 > len(siblings) - 1:
        for item in siblings:
            long_enough = carrying >= _SEVERAL or (item.parts and len(item.parts[0].text) > _LONG_LINE)
            if (
                len(item.parts) > 1
                and long_enough
                and is_open_line(item.parts[0].text)
                and not _numbered(item.parts[1])
            ):
                yield item


def _numbered(words: Words) -> bool:
    return number_at(words.folded) is not None


def _first_line(item: Item, *, broken: bool) -> int:
    """The length of the item's first line, with the next one where it breaks off in mid-sentence."""
    length = len(item.parts[0].text)
    if len(item.parts) > 1 and (broken or breaks_off(item.parts[0].text)):
        length += len(item.parts[1].text)
    return length


def _lifted(root: Item, read: dict[Item, _Read]) -> Iterator[tuple[Item, Item]]:
    """Each heading with its last sub-item where the mark of the latter is the heading's: not where the numbers of the
    sub-items go on from heading to heading, so that each is an item of the whole.
    """
    for heading in root.walk():
        children = heading.children
        if len(children) < _SEVERAL or heading is root or heading not in read or read[heading].marks:
            continue
        if children[0].value > 1:
            continue
        last = children[-1]
        if last.children or last not in read or len(read[last].marks) != 1:
            continue
        earlier = any(read[item].marks for child in children[:-1] for item in child.walk() if item in read)
        if not earlier and all(child.style for child in children):
            yield heading, last


def _close_heading(own: _Read, last: _Read) -> Closed:
    """The heading with all its sub-items, closed by the mark of the last."""
    mark = last.marks[0]
    pieces = [part for item in own.item.walk() for part in item.parts if item is not last.item]
    pieces.append(last.words.words.part(0, mark.start))
    words = Words.join(pieces)
    end = last.words.words.part(mark.start, mark.stated_end).stripped()
    whole = Words.join([words.stripped(), end])
    return Closed(words, len(own.item.parts[0].text), own.item.number, mark, whole, own.item.key)


def _close(one: _Read) -> Iterator[Closed]:
    """The words of an item between its marks, each closed by the mark behind it."""
    text = one.words.words.text
    runs = list(_runs(one))
    starts = [0, *(run[-1].end for run in runs)]
    first = one.words.breaks[0] if one.words.breaks and is_heading_line(text[: one.words.breaks[0]]) else 0
    if first and len(runs) > 1 and first < one.marks[0].start and text[first : one.marks[0].start].strip(EDGES):
        starts[0] = _behind_introduction(one, runs, first)
    for start, run in zip(starts, runs, strict=False):
        begin, mark = start, run[0]
        if start == 0 and one.item.number == "" and one.item.style == "" and not one.item.record:
            begin = _paragraph_start(one.words, mark.start)
        while begin < mark.start and text[begin] in EDGES:
            begin += 1
        if not text[begin : mark.start].removeprefix(one.item.number).strip(EDGES):
            continue
        words = _between(one, begin, run)
        own = begin == 0 and bool(one.item.number or one.item.record)
        line = one.first_line if own else one.words.line_end(begin) - begin
        whole = one.words.words.part(begin, run[-1].stated_end).stripped()
        stated = tuple(part for mark in run for part in mark.stated)
        one_mark = ClosingMark(mark.start, run[-1].end, stated, mark.bracket)
        number, key = (one.item.number, one.item.key) if begin == 0 else ("", "")
        yield Closed(words, min(line, len(words.text)), number, one_mark, whole, key)


def _behind_introduction(one: _Read, runs: Sequence[Sequence[ClosingMark]], first: int) -> int:
    """Where behind a heading's line the first of several items without numbers begins."""
    starts = [first, *(run[-1].end for run in runs[:-1])]
    lines = [one.lines_between(start, run[0].start) for start, run in zip(starts, runs, strict=True)]
    texts = [[one.words.words.text[a:b] for a, b in item] for item in lines]
    return lines[0][first_of_list(texts[0], texts[1:])][0]


def _runs(one: _Read) -> Iterator[list[ClosingMark]]:
    """The marks of an item, those of one task together: labels of other roles that follow a part of the same task with
    a label of its own (责任单位：… 工作内容：… 完成时限：…).
    """
    run: list[ClosingMark] = []
    for mark in one.marks:
        goes_on = one.item.record or _goes_on(one, run[-1].end) if run else False
        if run and not (goes_on and _roles(run).isdisjoint(_roles([mark])) and not mark.bracket):
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


def _goes_on(one: _Read, position: int) -> bool:
    """Whether a label that names neither owner nor deadline stands at `position`, behind stops and blanks."""
    folded = one.words.folded
    while position < len(folded) and folded[position] in EDGES:
        position += 1
    label = label_at(folded, position)
    return label is not None and label.colon and label.roles == ("other",)


def _roles(marks: Sequence[ClosingMark]) -> set[str]:
    return {role for mark in marks for part in mark.stated for role in part.roles}


def _between(one: _Read, begin: int, run: Sequence[ClosingMark]) -> Words:
    """The words before the first mark of a run and those between its marks."""
    starts = [begin, *(mark.end for mark in run[:-1])]
    pieces = [one.words.words.part(start, mark.start) for start, mark in zip(starts, run, strict=True)]
    return pieces[0] if len(pieces) == 1 else Words.join(pieces)


def _paragraph_start(words: ItemWords, mark: int) -> int:
    """Where an item without a number begins: the paragraph before its mark, and lines above that end in no stop."""
    starts = [0, *words.breaks]
    index = bisect_right(starts, len(words.words.text[:mark].rstrip(EDGES)) - 1) - 1
    while index > 0 and not ends_in_stop(words.words.text[starts[index - 1] : starts[index]]):
        index -= 1
    return starts[max(0, index)]
