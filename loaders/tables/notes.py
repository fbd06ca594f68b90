"""Notes under tables (注：责任单位列第一的为牵头单位): the rule on who leads that they state holds in their table.

One that speaks of every table (注：各表中责任单位排在第一的为牵头单位) holds in those before its own too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.words.fold import compact
from graph.words.numbering import number_at
from loaders.owners.conventions import Convention, take_note
from loaders.text import Block, Paragraph, Table
from loaders.vocabulary.columns import column_words
from loaders.vocabulary.conventions import convention_words

_LINES = 4  # lines of a note under a table, and characters at a line's start by which it is known


@dataclass(frozen=True, slots=True)
class TableNote:
    """A rule that the paragraph `paragraph` states for the table `table` above it; both are numbers."""

    table: int
    paragraph: int
    rule: Convention


def notes_under_tables(blocks: Sequence[Block]) -> Iterator[TableNote]:
    """The notes right below tables that state a rule for them alone; one with 下同 speaks for all that follows."""
    tables: list[int] = []
    for index, block in enumerate(blocks):
        if not isinstance(block, Table):
            continue
        tables.append(block.number)
        for paragraph in _note_lines(blocks[index + 1 : index + 1 + _LINES]):
            rule = take_note(paragraph.words.text)[1]
            if rule is not None and not rule.lasting:
                held = tables if _speaks_of_every_table(paragraph) else tables[-1:]
                yield from (TableNote(table, paragraph.number, rule) for table in held)


def _speaks_of_every_table(note: Paragraph) -> bool:
    line = compact(note.words.text)
    return any(word in line for word in convention_words().every_table.words)


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
