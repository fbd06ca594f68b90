"""Cuts the words of a paragraph on changes into sentences and clauses, never inside brackets.

A chronicle (1984年置甲乡，1992年改为甲镇) is cut at the commas before its years, for each year has its own change.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.words.fold import squeeze
from graph.words.signs import HAN
from loaders.vocabulary.changes import change_words

_QUOTES = dict.fromkeys(map(ord, "“”‘’\"'「」『』"))
_STOPS = "。!?\n"
_CLAUSE_ENDS = f"{_STOPS},;:"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch up to 。, ； or the next year, its place in the paragraph's words, and its row up to 。.

    `group` numbers the rows; `head` is the index of the row's first stretch.
    """

    words: str
    start: int
    end: int
    group: int
    head: int


def split_sentences(folded: str) -> list[Sentence]:
    """The sentences of folded words, in order."""
    found: list[Sentence] = []
    start = depth = group = head = 0
    for index, sign in enumerate(folded):
        depth = max(0, depth + (sign == "(") - (sign == ")"))
        stop = sign in _STOPS
        dated = sign == "," and not depth and _year().match(folded, index + 1) and _year().search(folded, start, index)
        if dated:
            found.append(Sentence(folded[start:index], start, index, group, head))
            start = index + 1
        if stop or (sign == ";" and not depth):
            found.append(Sentence(folded[start : index + 1], start, index + 1, group, head))
            start, depth = index + 1, 0
        if stop:
            group, head = group + 1, len(found)
    if start < len(folded):
        found.append(Sentence(folded[start:], start, len(folded), group, head))
    return found


def split_clauses(sentence: str) -> Iterator[tuple[str, bool]]:
    """The clauses of a sentence without blanks, and whether a colon stands behind each.

    丙村（由甲村、乙村合并） is a clause of its own: 丙村由甲村、乙村合并.
    """
    sentence = sentence.translate(_QUOTES)
    for match in _bracketed().finditer(sentence):
        yield squeeze(f"{match[1]}{_by()}{match[2]}"), False
    start = depth = 0
    for index, sign in enumerate(sentence):
        depth = max(0, depth + (sign == "(") - (sign == ")"))
        if depth == 0 and sign in _CLAUSE_ENDS:
            yield squeeze(sentence[start:index]), sign == ":"
            start = index + 1
    yield squeeze(sentence[start:]), False


@cache
def _year() -> re.Pattern[str]:
    """The words for a year: 1984年, 同年."""
    return re.compile(rf"\s*(?:\d{{4}}年|{'|'.join(change_words().years.words)})")


@cache
def _bracketed() -> re.Pattern[str]:
    words = change_words().backwards
    by, made = "|".join(words.by), "|".join(words.made)
    return re.compile(rf"([{HAN}]{{2,12}})\((?:{by})?([^()]{{2,400}}?(?:{made}))\)")


def _by() -> str:
    shortest: str = min(change_words().backwards.by, key=len)
    return shortest
