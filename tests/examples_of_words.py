"""The examples of the tables of words: each row with its example, to be read as a document would be."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pytest

from graph.vocabulary.rows import WordRows
from graph.words.fold import fold, squeeze

Row = Any
Checks = Mapping[str, Callable[[Row], bool]]
"""By section of a table: whether the words of a row do in its example what the table says."""


def examples(table: Row) -> Sequence[Any]:
    """Each row of a table that has an example, as a case for pytest: the section and the row."""
    return [pytest.param(section, row, id=f"{section} {row.example}") for section, row in _rows(table)]


def _rows(table: Row) -> Iterator[tuple[str, Row]]:
    for name, section in table._asdict().items():
        for row in section if isinstance(section, WordRows) else [section]:
            if hasattr(row, "example"):
                yield name, row


def holds_a_word(row: Row) -> bool:
    """Whether a word, a sign or a pattern of the row stands in its example."""
    example = squeeze(fold(row.example))
    values = {name: value for name, value in row._asdict().items() if name != "example"}
    patterns = values.pop("patterns", ())
    lists = [value for value in values.values() if isinstance(value, tuple | Mapping)]
    words = [word for value in lists for word in value if isinstance(word, str)]
    signs = [sign for value in values.values() if isinstance(value, str) for sign in value]
    held = any(squeeze(fold(word)) in example for word in (*words, *signs))
    return held or any(re.search(pattern, row.example) for pattern in patterns)
