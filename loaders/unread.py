"""What became nothing: passages with a claim and rows of tables that no statement tells, with the reason.

A passage is told only where its words are: a claim that stands beside what a source quotes is listed with the words
around it that no source covers. A paragraph of which nothing was read is listed whole.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from graph.messages.message import Message, message, plain
from graph.statements import Source, UnreadStatement
from graph.words.signs import EDGES
from loaders.changes.untold import WITHOUT_RESULT
from loaders.claims import Claim, claims_in, is_for_all_tasks
from loaders.coverage import Coverage
from loaders.owners.conventions import take_note
from loaders.prose.labels import find_labels
from loaders.text import Block, Paragraph, Table, TableRow, Text, Words

_SENTENCE_END = re.compile(r"[。！？!?][）)〕】]?|$")


def find_unread(
    text: Text, blocks: Sequence[Block], sources: Sequence[Source], reasons: Mapping[int, Message]
) -> Iterator[UnreadStatement]:
    """The claims and rows that no source covers. `reasons` has, by a row's start, why it was not read."""
    covered = Coverage(sources)
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _paragraph(text, block.words, covered)
            continue
        for row in block.rows:
            if not covered.meets(row.start, row.end) and any(cell.text for cell in row.cells):
                reason = _row_reason(block, row, reasons)
                yield UnreadStatement(reason.key, _row_source(text, block, row), plain(reason))


def _paragraph(text: Text, words: Words, covered: Coverage) -> Iterator[UnreadStatement]:
    """A paragraph of which nothing was read, else its sentences with a claim that none tells or on all tasks."""
    whole = covered.holds_all(words.start, words.end)
    claims = [] if whole else [claim for claim in claims_in(words) if not covered.holds(words.at(claim.position))]
    for_all = is_for_all_tasks(words)
    if not covered.meets(words.start, words.end) and any(claim.kind != "date" for claim in claims):
        yield UnreadStatement(_reason(words, claims), text.source(words.start, words.end))
        return
    for start, end in _sentences(words.text) if claims or for_all else ():
        sentence = words.part(start, end).stripped()
        own = [claim for claim in claims if start <= claim.position < end]
        if for_all and is_for_all_tasks(sentence):
            yield UnreadStatement("unread.for_all_later", text.source(sentence.start, sentence.end))
        elif own:
            yield _around(text, words, own, (start, end), covered)


def _around(
    text: Text, words: Words, claims: Sequence[Claim], sentence: tuple[int, int], covered: Coverage
) -> UnreadStatement:
    """The words around the first claim of a sentence that no source covers."""
    start, end = claims[0].position, claims[0].position + 1
    while start > sentence[0] and not covered.holds(words.at(start - 1)):
        start -= 1
    while end < sentence[1] and not covered.holds(words.at(end)):
        end += 1
    while words.text[start] in EDGES:
        start += 1
    told = words.part(start, end).stripped()
    return UnreadStatement(_reason(told, claims), text.source(told.start, told.end))


def _sentences(words: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _SENTENCE_END.finditer(words):
        if words[start : stop.end()].strip():
            yield start, stop.end()
        start = stop.end()


def _row_source(text: Text, table_: Table, row: TableRow) -> Source:
    return text.source(row.start, row.end, table=table_.number, row=row.number)


def _row_reason(table_: Table, row: TableRow, reasons: Mapping[int, Message]) -> Message:
    if row.start in reasons:
        return reasons[row.start]
    if len(row.cells) < len(table_.header):
        return message("unread.caption")
    return message("unread.row")


def _reason(words: Words, claims: Sequence[Claim]) -> str:
    """Why words with these claims were not read; the first that fits."""
    kinds = {claim.kind for claim in claims}
    if "trigger" in kinds and find_labels(words.folded):
        return "unread.label"
    if "trigger" in kinds and take_note(words.text)[1] is not None:
        return "unread.rule"
    if "places" in kinds:
        return "unread.superior"
    if "no_result" in kinds:
        return WITHOUT_RESULT
    return "unread.date" if kinds == {"date"} else "unread.prose"
