"""Nothing is dropped silently: a row or a paragraph with a word of duty is a statement, or is listed as unread once."""

from collections import Counter
from pathlib import Path

import pytest

from graph.statements import PlanDocument, Source
from graph.words.fold import fold, squeeze
from loaders.extract import read_document
from loaders.read import read
from loaders.text import Paragraph, Text
from loaders.vocabulary.triggers import trigger_words
from tests.corpus.snapshot import DOCUMENTS

HERE = Path(__file__).parent


def stretch(source: Source) -> tuple[int, int]:
    assert source.start is not None
    assert source.end is not None
    return source.start, source.end


def became(document: PlanDocument) -> list[tuple[int, int]]:
    sources = [one.source for one in document.tasks]
    sources += [one.source for one in document.changes]
    sources += [one.source for one in document.appointments]
    return [stretch(source) for source in sources]


def must_be_told(text: Text) -> list[tuple[int, int]]:
    """Stretches of the rows that hold words and of the paragraphs with a trigger word."""
    triggers = trigger_words().trigger.words
    found = []
    for block in text.blocks:
        if isinstance(block, Paragraph):
            if any(word in squeeze(fold(block.words.text)) for word in triggers):
                found.append((block.words.start, block.words.end))
        else:
            found += [(row.start, row.end) for row in block.rows if any(cell.text for cell in row.cells)]
    return found


def meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


# A sentence for all tasks may stand inside a task's words, and so may a date among its owners; what is lost of a change
# may inside a sentence on others.
WITHIN = ("unread.for_all_later", "unread.unlabelled_date", "unread.part", "unread.moved", "unread.no_result")


@pytest.mark.parametrize("path", DOCUMENTS, ids=[str(path.relative_to(HERE).with_suffix("")) for path in DOCUMENTS])
def test_every_row_and_every_paragraph_of_duty_is_a_statement_or_unread(path: Path) -> None:
    text = read(path)
    document = read_document(text)
    titles = [stretch(plan.source) for plan in document.plans]
    unread = [stretch(one.source) for one in document.unread]
    own = [stretch(one.source) for one in document.unread if one.reason not in WITHIN]
    statements = became(document)
    told = [*statements, *unread, *titles]
    assert [
        text.characters[start:end]
        for start, end in must_be_told(text)
        if not any(meet((start, end), one) for one in told)
    ] == []
    assert max(Counter(unread).values(), default=1) == 1
    assert [one for one in own if any(start <= one[0] and one[1] <= end for start, end in statements)] == []
    assert all(one.reason for one in document.unread)
