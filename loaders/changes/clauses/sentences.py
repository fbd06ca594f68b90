"""Cuts the words of a paragraph on changes into sentences and clauses, never inside brackets.

A chronicle (1984年置甲乡，1992年改为甲镇) is cut at the commas before its years, for each year has its own change.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph.words.any_of import any_of
from graph.words.fold import Folded, squeeze
from graph.words.signs import HAN
from loaders.vocabulary.changes import change_words

_QUOTES = frozenset("“”‘’\"'「」『』")
_STOPS = "。!?\n"
_PARTS = re.compile("[(),;]")
_CLAUSE_PARTS = re.compile(f"[(){_STOPS},;:]")
_ROW = re.compile(f"[^{_STOPS}]*[{_STOPS}]|[^{_STOPS}]+$")


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


@dataclass(frozen=True, slots=True)
class ClauseStretch:
    """The words of a clause without blanks and quotation marks, and where they stand in their sentence.

    `heads` tells that a colon stands behind it; one that is `put_together` of words before and in a bracket does not
    stand in the sentence as it is.
    """

    words: str
    start: int
    end: int
    heads: bool = False
    put_together: bool = False


def split_sentences(folded: Folded) -> list[Sentence]:
    """The sentences of folded words, in order."""
    found: list[Sentence] = []
    start = 0
    for group, row in enumerate(_ROW.finditer(folded)):
        head, row_end = len(found), row.end()
        for index in _free_signs(folded, _PARTS, row.start(), row_end):
            dates = folded[index] == "," and _date().match(folded, index + 1) and _date().search(folded, start, index)
            if dates or folded[index] == ";":
                end = index if dates else index + 1
                found.append(Sentence(folded[start:end], start, end, group, head))
                start = index + 1
        if start < row_end:
            found.append(Sentence(folded[start:row_end], start, row_end, group, head))
            start = row_end
    return found


def _free_signs(folded: str, signs: re.Pattern[str], start: int, end: int) -> Iterator[int]:
    """Where the signs, which hold the brackets, stand outside all brackets."""
    depth = 0
    for found in signs.finditer(folded, start, end):
        if found[0] == "(":
            depth += 1
        elif found[0] == ")":
            depth = max(0, depth - 1)
        elif not depth:
            yield found.start()


def split_clauses(sentence: str) -> Iterator[ClauseStretch]:
    """The clauses of a sentence, in the order in which they are heard.

    丙村（由甲村、乙村合并） is a clause of its own: 丙村由甲村、乙村合并.
    """
    kept: Sequence[int] = range(len(sentence))
    if not _QUOTES.isdisjoint(sentence):
        kept = [index for index, sign in enumerate(sentence) if sign not in _QUOTES]
    plain = "".join(sentence[index] for index in kept) if len(kept) < len(sentence) else sentence
    for match in _bracketed().finditer(plain) if "(" in plain else ():
        words = squeeze(f"{match[1]}{_by()}{match[2]}")
        yield ClauseStretch(words, kept[match.start()], kept[match.end() - 1] + 1, put_together=True)
    start = 0
    for index in _free_signs(plain, _CLAUSE_PARTS, 0, len(plain)):
        yield _clause(plain, kept, start, index, heads=plain[index] == ":")
        start = index + 1
    yield _clause(plain, kept, start, len(plain))


def _clause(plain: str, kept: Sequence[int], start: int, end: int, *, heads: bool = False) -> ClauseStretch:
    """The clause from `start` to `end` of the sentence without quotation marks; `kept` leads to places in it."""
    part = plain[start:end]
    first = start + len(part) - len(part.lstrip())
    last = first + len(part.strip())
    if first >= last:
        return ClauseStretch(
            "", kept[start] if start < len(kept) else 0, kept[start] if start < len(kept) else 0, heads
        )
    return ClauseStretch(squeeze(part), kept[first], kept[last - 1] + 1, heads)


@cache
def _year() -> re.Pattern[str]:
    """The words for a year: 1984年, 同年."""
    return re.compile(rf"\s*(?:\d{{4}}年|{any_of(change_words().years.words)})")


@cache
def _date() -> re.Pattern[str]:
    """A year, or a month alone in the year named last (1951年4月，…，9月，…), before the words that it dates."""
    return re.compile(rf"(?:{_year().pattern})|\s*(?<!\d)\d{{1,2}}月(?:\d{{1,2}}日)?(?![{HAN}]?[前底末])")


@cache
def _bracketed() -> re.Pattern[str]:
    words = change_words().backwards
    by, made = any_of(words.by), any_of(words.made)
    return re.compile(rf"([{HAN}]{{2,12}})\((?:{by})?([^()]{{2,400}}?(?:{made}))\)")


def _by() -> str:
    shortest: str = min(change_words().backwards.by, key=len)
    return shortest
