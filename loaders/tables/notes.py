"""Notes under tables (注：责任单位列第一的为牵头单位): the rule on who leads that they state holds in their table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.words.fold import compact
from graph.words.numbering import number_at
from loaders.owners.conventions import Convention, take_note
from loaders.text import Block, Paragraph, Table
from loaders.vocabulary.columns import column_words

_LINES = 4  # lines of a note under a table, and characters at a line's start by which it is known


@dataclass(frozen=True, slots=True)
class TableNote:
    """A rule that the paragraph `paragraph` states for the table `table` above it; both are numbers."""

    table: int
    paragraph: int
    rule: Convention


def notes_under_tables(blocks: Sequence[Block]) -> Iterator[TableNote]:
    """The notes right below tables that state a rule for them alone; one with 下同 speaks for all that follows."""
    for index, block in enumerate(blocks):
        if isinstance(block, Table):
            for paragraph in _note_lines(blocks[index + 1 : index + 1 + _LINES]):
                rule = take_note(paragraph.words.text)[1]
                if rule is not None and not rule.lasting:
                    yield TableNote(block.number, paragraph.number, rule)


def _note_lines(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """The first line, where it begins as a note does, and the numbered lines that go on with it."""
    openings = column_words().note.words
    for position, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            return
        line = compact(block.words.text[:_LINES])
        if not (line.startswith(openings) if position == 0 else number_at(line)):
            return
        yield block
