"""Columns of tables, by the words in their headers. Owners and deadlines are those of labels.toml."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from graph.vocabulary.rows import Listed, WordRows, read_table


@dataclass(frozen=True, slots=True)
class TaskColumn:
    """Headers that hold a word above and yet are neither work nor owners."""

    meaning: Literal["number", "category", "name", "work", "content", "other"]
    words: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class NoTasks:
    """A table with such a column holds no tasks; regular expressions."""

    patterns: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class IndicatorColumns:
    """Indicators beside their values or units of measure are no tasks: a word, and regular expressions for the
    other column.
    """

    word: str
    values: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """All rows of columns.toml."""

    column: WordRows[TaskColumn]
    no_deadline: Listed
    no_tasks: tuple[NoTasks, ...]
    indicators: IndicatorColumns
    sub_header: Listed
    header: Listed
    note: Listed


@cache
def column_words() -> ColumnWords:
    """The words of columns.toml, read once."""
    return read_table(ColumnWords)
