"""The words of questions, each with what it does in one, and words for times that count from the present day."""

from functools import cache
from typing import Literal, NamedTuple

from graph.vocabulary.rows import WordRows, read_table

Kind = Literal[
    "about",
    "and",
    "called",
    "common",
    "conflict",
    "count",
    "differ",
    "due",
    "each",
    "filler",
    "into",
    "lack",
    "least",
    "less",
    "lineage",
    "merged",
    "more",
    "most",
    "noun",
    "now",
    "once",
    "ongoing",
    "open",
    "overload",
    "owns",
    "rank",
    "role",
    "source",
    "task",
    "than",
    "what",
    "when",
    "where",
    "who",
]


class QuestionWord(NamedTuple):
    """Words that do the same in a question; `value` tells those of one kind apart."""

    kind: Kind
    words: tuple[str, ...]
    example: str
    value: str = ""


class RelativeTime(NamedTuple):
    """Words for a time that lies so many units (`offset`) from the present one."""

    unit: Literal["year", "quarter", "month", "week", "day"]
    offset: int
    words: tuple[str, ...]
    example: str


class QuestionWords(NamedTuple):
    """All rows of question_words.toml."""

    words: WordRows[QuestionWord]
    relative: WordRows[RelativeTime]


@cache
def question_words() -> QuestionWords:
    """The words of question_words.toml, read once."""
    return read_table(QuestionWords)
