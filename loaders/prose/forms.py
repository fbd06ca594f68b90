"""Fields of a form that waits to be filled in (拟稿人：, 承担单位：（盖章）): no labels of tasks.

They stand one below the other, each a few words with a colon and nothing behind it but a place for a seal or a day.
"""

import re
from collections.abc import Sequence
from functools import cache

from graph.words.any_of import any_of
from graph.words.signs import HAN
from loaders.owners.reading import is_all_names
from loaders.text import Words
from loaders.vocabulary.prose import outline_words

_LONGEST = 60  # characters of a line of fields
_BESIDE = 2  # fields that make a form


def without_forms(paragraphs: Sequence[Words]) -> Sequence[Words]:
    """The paragraphs without empty fields that stand beside each other; one above a list of names is none."""
    fields = [_fields(words) for words in paragraphs]
    if sum(fields) < _BESIDE:
        return paragraphs
    return [
        words
        for index, words in enumerate(paragraphs)
        if not (
            fields[index] >= _BESIDE
            or (fields[index] and any(fields[index + 1 : index + 2]))
            or (fields[index] and any(fields[max(0, index - 1) : index]) and not _heads(paragraphs, index))
        )
    ]


def _fields(words: Words) -> int:
    """How many empty fields a paragraph consists of, 0 if it holds anything else."""
    if len(words.text) > _LONGEST or ":" not in words.folded:
        return 0
    if _field().fullmatch(words.compact):
        return 1
    parts = words.folded.split()
    return len(parts) if all(map(_field().fullmatch, parts)) else 0


def _heads(paragraphs: Sequence[Words], index: int) -> bool:
    """Whether names stand below the field at `index`."""
    return index + 1 < len(paragraphs) and is_all_names(paragraphs[index + 1].text)


@cache
def _field() -> re.Pattern[str]:
    return re.compile(rf"[{HAN}()、/]{{2,14}}:(?:\(?(?:{any_of(outline_words().seals.words)})\)?|[_-]*|年?月?日?)")
