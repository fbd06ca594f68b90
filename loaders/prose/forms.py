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

_LONGEST = 40  # characters of a field


def without_forms(paragraphs: Sequence[Words]) -> Sequence[Words]:
    """The paragraphs without empty fields that stand beside each other; one above a list of names is none."""
    empty = [len(words.text) <= _LONGEST and bool(_field().fullmatch(words.compact)) for words in paragraphs]
    if sum(empty) < 2:  # noqa: PLR2004 - one beside another
        return paragraphs
    return [
        words
        for index, words in enumerate(paragraphs)
        if not (empty[index] and (_at(empty, index + 1) or (_at(empty, index - 1) and not _heads(paragraphs, index))))
    ]


def _at(flags: Sequence[bool], index: int) -> bool:
    return 0 <= index < len(flags) and flags[index]


def _heads(paragraphs: Sequence[Words], index: int) -> bool:
    """Whether names stand below the field at `index`."""
    return index + 1 < len(paragraphs) and is_all_names(paragraphs[index + 1].text)


@cache
def _field() -> re.Pattern[str]:
    return re.compile(rf"[{HAN}()、/]{{2,14}}:(?:\(?(?:{any_of(outline_words().seals.words)})\)?|[_-]*|年?月?日?)")
