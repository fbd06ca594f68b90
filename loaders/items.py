"""Tasks in prose: the items of an outline to which marks give owners or deadlines.

A mark closes the words before it: an item with one mark is one task, with several each closes its own words. A mark
behind the last of several sub-items, when none of the others has one, belongs to the heading above them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.statements import TaskStatement
from loaders.assign import Rules, assign
from loaders.fold import fold, squeeze
from loaders.marks import ItemWords, Mark, find_marks
from loaders.outline import Item
from loaders.places import find_places
from loaders.text import Text, Words

_SENTENCE_ENDS = "。！？!?"
_EDGES = " \u3000\t\n。；;，,、."
_LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class Closed:
    """Words closed by a mark: `title_words` begin it, `mark` states who owns it."""

    item: Item
    words: Words
    first_line: int
    number: str
    mark: Mark
    whole: Words


@dataclass(slots=True)
class _Read:
    item: Item
    words: ItemWords
    marks: list[Mark]


def read_items(text: Text, root: Item, plan: int, rules: Rules) -> Iterator[TaskStatement]:
    """The tasks of an outline, in order of reading; stated conventions are learned into `rules`."""
    for closed in close_items(root):
        assigned = assign(closed.mark.stated, rules)
        if assigned.empty:
            continue
        title, content = title_and_content(closed)
        yield TaskStatement(
            form="item",
            plan=plan,
            number=closed.number,
            category="",
            title=title,
            content=content,
            source=text.source(closed.whole.start, closed.whole.end),
            lead_units=tuple(assigned.lead),
            responsible_units=tuple(assigned.responsible),
            supporting_units=tuple(assigned.supporting),
            leaders=tuple(assigned.leaders),
            lead_leaders=tuple(assigned.lead_leaders),
            leader_roles=tuple(assigned.leader_roles),
            due_text=assigned.due_text,
            dues=assigned.dues,
            basis=assigned.basis,
            places=find_places(title + "。" + content),
        )


def close_items(root: Item) -> Iterator[Closed]:
    """All words that a mark closes."""
    read = {item: _read(item) for item in root.walk() if item.parts}
    names_only = sum(mark.names_only for one in read.values() for mark in one.marks)
    brackets = sum(mark.bracket for one in read.values() for mark in one.marks)
    if names_only == 1 and brackets == 1:
        for one in read.values():
            one.marks = [mark for mark in one.marks if not mark.names_only]
    lifted = dict(_lifted(root, read))
    for item, one in read.items():
        if item in lifted:
            yield _close_heading(item, one, read[lifted[item]])
        elif item not in lifted.values():
            yield from _close(one)


def _read(item: Item) -> _Read:
    words = ItemWords.of(item.parts)
    return _Read(item, words, find_marks(words))


def _lifted(root: Item, read: dict[Item, _Read]) -> Iterator[tuple[Item, Item]]:
    """Each heading with its last sub-item where the mark of the latter is the heading's."""
    for heading in root.walk():
        children = heading.children
        if len(children) < 2 or heading is root or heading not in read or read[heading].marks:  # noqa: PLR2004
            continue
        last = children[-1]
        marked = [any(read[item].marks for item in child.walk() if item in read) for child in children]
        single = not last.children and last in read and len(read[last].marks) == 1
        if marked[-1] and not any(marked[:-1]) and single and all(child.style for child in children):
            yield heading, last


def _close_heading(heading: Item, own: _Read, last: _Read) -> Closed:
    """The heading with all its sub-items, closed by the mark of the last."""
    mark = last.marks[0]
    pieces = [part for item in heading.walk() for part in item.parts if item is not last.item]
    pieces.append(last.words.words.part(0, mark.start))
    words = Words.join(pieces)
    end = last.words.words.part(mark.start, mark.end).stripped()
    first_line = len(own.item.parts[0].text)
    return Closed(heading, words, first_line, heading.number, mark, Words.join([words.stripped(), end]))


def _close(one: _Read) -> Iterator[Closed]:
    """The words of an item between its marks, each closed by the mark behind it."""
    text = one.words.words.text
    starts = [0, *(mark.end for mark in one.marks)]
    first = _heading_length(one)
    if first and len(one.marks) > 1 and first < one.marks[0].start and text[first : one.marks[0].start].strip(_EDGES):
        starts[0] = first
    for start, mark in zip(starts, one.marks, strict=False):
        begin = start
        while begin < mark.start and text[begin] in _EDGES:
            begin += 1
        if begin == mark.start:
            continue
        words = one.words.words.part(begin, mark.start)
        ends = [position - begin for position in (*one.words.breaks, len(text)) if position > begin]
        number = one.item.number if begin == 0 else ""
        whole = one.words.words.part(begin, mark.end).stripped()
        yield Closed(one.item, words, min(ends[0], len(words.text)), number, mark, whole)


def _heading_length(one: _Read) -> int:
    """The length of the item's first line where that is a bare heading, else 0."""
    if not one.words.breaks:
        return 0
    first = one.words.breaks[0]
    return first if is_heading_line(one.words.words.text[:first]) else 0


def is_heading_line(line: str) -> bool:
    """Whether a line is a bare heading: short, without a stop inside."""
    bare = squeeze(line).rstrip("。.：:")
    return 0 < len(bare) <= _LONGEST_HEADING and not any(sign in bare for sign in "。；;！？")


def title_and_content(closed: Closed) -> tuple[str, str]:
    """Title: the heading without number, bracket and 。; content: the rest."""
    text = closed.words.text
    skip = len(closed.number) if closed.number and text.startswith(closed.number) else 0
    line = text[skip : closed.first_line]
    end = next((position for position, sign in enumerate(line) if sign in _SENTENCE_ENDS), None)
    more = closed.first_line < len(text.rstrip())
    if end is None:
        end = len(line) if more and is_heading_line(line) else _first_stop(text, skip) - skip
    title = text[skip : skip + end].strip(_EDGES + "：:")
    content = text[skip + end :].strip().lstrip(_SENTENCE_ENDS).strip()
    return _without_bracket(squeeze(title)), squeeze_lines(content)


def _first_stop(text: str, start: int) -> int:
    found = [position for sign in _SENTENCE_ENDS if (position := text.find(sign, start)) != -1]
    return min(found, default=len(text))


def _without_bracket(title: str) -> str:
    """A title without the bracket that ends it (`动员部署（3月）` → `动员部署`), kept where it is all there is."""
    folded = fold(title)
    if folded.endswith(")") and (start := folded.rfind("(")) > 0 and any(map(str.isdigit, folded[start:])):
        return title[:start]
    return title


def squeeze_lines(content: str) -> str:
    """Content with each run of white space as one blank, none between Chinese signs."""
    return "".join(content.split()) if not content.isascii() else " ".join(content.split())


def covered(tasks: Sequence[TaskStatement]) -> list[tuple[int, int]]:
    """The stretches of the text that became tasks."""
    return [(task.source.start or 0, task.source.end or 0) for task in tasks]
