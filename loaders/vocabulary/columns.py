"""Columns of tables, by the words in their headers. Owners and deadlines are those of labels.toml."""

from functools import cache
from typing import Literal, NamedTuple

from graph.vocabulary.rows import Listed, WordRows, read_table


class TaskColumn(NamedTuple):
    """What a column means whose name ends in one of the words, or holds it and ends in none of another row."""

    meaning: Literal["category", "name", "work", "content", "other"]
    words: tuple[str, ...]
    example: str


class NoTasks(NamedTuple):
    """A table with such a column holds no tasks; regular expressions."""

    patterns: tuple[str, ...]
    example: str


class IndicatorColumns(NamedTuple):
    """Indicators beside their values or units of measure are no tasks: a word, and regular expressions for the
    other column.
    """

    word: str
    values: tuple[str, ...]
    example: str


class ReportColumns(NamedTuple):
    """How the name of a column begins, what it holds or ends in that tells what was done."""

    begins: tuple[str, ...]
    words: tuple[str, ...]
    endings: tuple[str, ...]
    example: str


class DateColumns(NamedTuple):
    """What names of columns of deadlines are made of, and whole names of those whose dates stand for the others'."""

    planned: tuple[str, ...]
    done: tuple[str, ...]
    nouns: tuple[str, ...]
    bare: tuple[str, ...]
    limits: tuple[str, ...]
    postponed: tuple[str, ...]
    example: str


class SpanColumns(NamedTuple):
    """Stretches of the year in which names of columns end; regular expressions."""

    patterns: tuple[str, ...]
    example: str


class PeopleColumns(NamedTuple):
    """What names of columns of persons end in: `leaders` say that they lead."""

    leaders: tuple[str, ...]
    others: tuple[str, ...]
    example: str


class RosterColumns(NamedTuple):
    """Nouns of things, words beside persons, and what the names of columns of rules end in."""

    nouns: tuple[str, ...]
    words: tuple[str, ...]
    bases: tuple[str, ...]
    example: str


class ColumnWords(NamedTuple):
    """All rows of columns.toml."""

    number: Listed
    column: WordRows[TaskColumn]
    report: ReportColumns
    dates: DateColumns
    spans: SpanColumns
    marks: Listed
    body_nouns: Listed
    places: Listed
    about: Listed
    people: PeopleColumns
    no_deadline: Listed
    no_tasks: tuple[NoTasks, ...]
    indicators: IndicatorColumns
    roster: RosterColumns
    sub_header: Listed
    tasks: Listed
    header: Listed
    note: Listed
    form_field: Listed
    titles: Listed


@cache
def column_words() -> ColumnWords:
    """The words of columns.toml, read once."""
    return read_table(ColumnWords)
