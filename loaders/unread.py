"""What became nothing: paragraphs with a trigger word and rows of tables that no statement covers, with the reason."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from graph.messages.message import Message, message, plain
from graph.statements import Source, UnreadStatement
from graph.words.any_of import any_of
from loaders.changes.untold import WITHOUT_RESULT
from loaders.owners.conventions import take_note
from loaders.prose.labels import find_labels
from loaders.text import Block, Paragraph, Table, TableRow, Text, Words
from loaders.vocabulary.triggers import trigger_words

_SENTENCE_END = re.compile(r"[。！？!?][）)〕】]?|$")


@cache
def _for_all_tasks() -> re.Pattern[str]:
    return re.compile("|".join(trigger_words().for_all_tasks.patterns))


@cache
def _triggers() -> re.Pattern[str]:
    return re.compile(any_of(trigger_words().trigger.words))


@cache
def _of_places() -> re.Pattern[str]:
    return re.compile("|".join(trigger_words().of_places.patterns))


@cache
def _without_result() -> re.Pattern[str]:
    return re.compile("|".join(trigger_words().without_result.patterns))


def has_trigger(words: Words) -> bool:
    """Whether words hold a word that could state an owner, a deadline, or a change of places that none can draw."""
    return any(pattern.search(words.compact) for pattern in (_triggers(), _of_places(), _without_result()))


def find_unread(
    text: Text, blocks: Sequence[Block], sources: Sequence[Source], reasons: Mapping[int, Message]
) -> Iterator[UnreadStatement]:
    """The paragraphs and rows that no source covers. `reasons` has, by a row's start, why it was not read."""
    covered = _Covered(sources)
    for block in blocks:
        if isinstance(block, Paragraph):
            if has_trigger(block.words):
                yield from _paragraph(text, block.words, covered)
            continue
        for row in block.rows:
            if not covered.meets(row.start, row.end) and any(cell.text for cell in row.cells):
                reason = _row_reason(block, row, reasons)
                yield UnreadStatement(reason.key, _row_source(text, block, row), plain(reason))


def _paragraph(text: Text, words: Words, covered: "_Covered") -> Iterator[UnreadStatement]:
    """A paragraph that no source covers, else its sentences that no source covers or that concern all tasks."""
    if not covered.meets(words.start, words.end):
        yield UnreadStatement(_reason(words), text.source(words.start, words.end))
        return
    if covered.holds(words.start, words.end) and not _for_all_tasks().search(words.text):
        return
    for sentence in _sentences(words):
        start, end = sentence.start, sentence.end
        if _for_all_tasks().search(sentence.text):
            yield UnreadStatement("unread.for_all_later", text.source(start, end))
        elif has_trigger(sentence) and not covered.meets(start, end):
            yield UnreadStatement(_reason(sentence), text.source(start, end))


def _sentences(words: Words) -> Iterator[Words]:
    start = 0
    for stop in _SENTENCE_END.finditer(words.text):
        sentence = words.part(start, stop.end()).stripped()
        if sentence.text:
            yield sentence
        start = stop.end()


def _row_source(text: Text, table_: Table, row: TableRow) -> Source:
    return text.source(row.start, row.end, table=table_.number, row=row.number)


def _row_reason(table_: Table, row: TableRow, reasons: Mapping[int, Message]) -> Message:
    if row.start in reasons:
        return reasons[row.start]
    if len(row.cells) < len(table_.header):
        return message("unread.caption")
    return message("unread.row")


def _reason(words: Words) -> str:
    if find_labels(words.folded):
        return "unread.label"
    if take_note(words.text)[1] is not None:
        return "unread.rule"
    if _of_places().search(words.compact):
        return "unread.superior"
    if _without_result().search(words.compact):
        return WITHOUT_RESULT
    return "unread.prose"


class _Covered:
    """The stretches of the text that statements cover."""

    def __init__(self, sources: Sequence[Source]) -> None:
        spans = sorted((source.start or 0, source.end or 0) for source in sources)
        self.starts = [start for start, _ in spans]
        self.furthest: list[int] = []
        for _, end in spans:
            self.furthest.append(max(end, self.furthest[-1] if self.furthest else 0))

    def meets(self, start: int, end: int) -> bool:
        """Whether a stretch that begins before `end` reaches beyond `start`."""
        index = bisect_right(self.starts, end - 1)
        return index > 0 and self.furthest[index - 1] > start

    def holds(self, start: int, end: int) -> bool:
        """Whether one statement covers the whole stretch."""
        index = bisect_right(self.starts, start)
        return index > 0 and self.furthest[index - 1] >= end
