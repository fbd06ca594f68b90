"""Cuts the words of a paragraph on changes into sentences and clauses, never inside brackets.

A chronicle (1984年置甲乡，1992年改为甲镇) is cut at the commas before its years, for each year has its own change.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from graph.words.any_of import any_of
from graph.words.fold import Folded, squeeze
from graph.words.numbering import Number, numbers_inside
from graph.words.numerals import SIGNS
from graph.words.signs import HAN, is_han
from loaders.changes.clauses.verbs import SETS_UP, find_verbs, is_short, verb_pattern
from loaders.changes.clauses.words import undated_clause
from loaders.changes.lists.around import OF
from loaders.places.names import parse_place
from loaders.vocabulary.changes import change_words

_QUOTES = re.compile("[“”‘’\"'「」『』]")
_STOPS = "。!?\n"
_PARTS = re.compile("[(),;]")
_CLAUSE_PARTS = re.compile(f"[(){_STOPS},;:]")
_LONGEST_NAMED = 40  # characters of a clause that only names what the next one tells of
_MAY_BE_GLUED = re.compile(rf"[{HAN}](?:\( ?[\d{SIGNS}]|\d{{1,3}} ?\.)")
"""A bracket before a number, or digits before a dot, right behind a word."""
_ROW = re.compile(f"[^{_STOPS}]*[{_STOPS}]|[^{_STOPS}]+$")


class Sentence(NamedTuple):
    """A stretch up to 。, ； or the next year, its place in the paragraph's words, and its row up to 。.

    `group` numbers the rows; `head` is the index of the row's first stretch.
    """

    words: str
    start: int
    end: int
    group: int
    head: int


class ClauseStretch(NamedTuple):
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
    for group, (row_start, row_end) in enumerate(_rows(folded)):
        head = len(found)
        for index in _free_signs(folded, _PARTS, row_start, row_end):
            dates = folded[index] == "," and _date().match(folded, index + 1) and _date().search(folded, start, index)
            if dates or folded[index] == ";":
                end = index if dates else index + 1
                found.append(Sentence(folded[start:end], start, end, group, head))
                start = index + 1
        if start < row_end:
            found.append(Sentence(folded[start:row_end], start, row_end, group, head))
            start = row_end
    return found


def _rows(folded: Folded) -> Iterator[tuple[int, int]]:
    """The rows up to 。, cut before the number of an item that is glued to the words before it (…调整1.撤销甲村)."""
    numbers = numbers_inside(folded) if _MAY_BE_GLUED.search(folded) else ()
    starts = [number.start for number in numbers if _is_glued_item(folded, number)]
    for row in _ROW.finditer(folded):
        start, end = row.span()
        first, last = bisect_right(starts, start), bisect_left(starts, end)
        cuts = [start, *starts[first:last], end]
        depth = 0
        for before, cut in pairwise(cuts):
            depth += folded.count("(", before, cut) - folded.count(")", before, cut)
            if depth <= 0 or cut == end:
                yield start, cut
                start = cut


def _is_glued_item(folded: Folded, number: Number) -> bool:
    """Whether a number begins an item: it stands between words, one in brackets not behind a name that it may number,
    unless a change begins behind it (…西山村(2)将…).
    """
    before, behind = folded[max(0, number.start - 1) : number.start], folded[number.end : number.end + 1]
    named = before in change_words().lists.class_signs and not _begins_change().match(folded, number.end)
    bracketed = folded.startswith("(", number.start) and not named
    dotted = number.style == "digit" and folded[number.end - 1] == "."
    return is_han(before + behind) and len(before + behind) > 1 and (bracketed or dotted)


@cache
def _begins_change() -> re.Pattern[str]:
    return re.compile(f"{any_of(change_words().leads.objects)}|{verb_pattern('abolish', 'create')}")


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


def without_quotes(sentence: str) -> str:
    """The words without quotation marks."""
    return _QUOTES.sub("", sentence)


def split_clauses(sentence: str) -> Iterator[ClauseStretch]:
    """The clauses of a sentence, in the order in which they are heard.

    丙村（由甲村、乙村合并） is a clause of its own: 丙村由甲村、乙村合并.
    """
    kept: Sequence[int] = range(len(sentence))
    plain = without_quotes(sentence)
    if len(plain) < len(sentence):
        quotes = {match.start() for match in _QUOTES.finditer(sentence)}
        kept = [index for index in range(len(sentence)) if index not in quotes]
    for match in _bracketed().finditer(plain) if "(" in plain else ():
        words = squeeze(f"{_described(match[1])}{_by()}{match[2]}")
        yield ClauseStretch(words, kept[match.start()], kept[match.end() - 1] + 1, put_together=True)
    start = 0
    waiting: ClauseStretch | None = None
    for index in (*_free_signs(plain, _CLAUSE_PARTS, 0, len(plain)), len(plain)):
        clause = _clause(plain, kept, start, index, heads=plain.startswith(":", index))
        made = _made_of(waiting, clause) if waiting else None
        if waiting and made is None:
            yield waiting
        waiting = made or clause
        start = index + 1
    if waiting:
        yield waiting


def _made_of(before: ClauseStretch, clause: ClauseStretch) -> ClauseStretch | None:
    """双山村，系2019年由甲村、乙村合并设立 as one clause; None where the two are none."""
    if not before.words or before.heads or len(before.words) > _LONGEST_NAMED:
        return None
    made = undated_clause(clause.words) if _made_signs().search(clause.words) else ""
    if not _made().fullmatch(made):
        return None
    name = _described(undated_clause(before.words))
    if parse_place(name, listed=True) is None:
        return None
    return ClauseStretch(f"{name}{made}", before.start, clause.end, put_together=True)


def _described(words: str) -> str:
    """The name behind what describes it (调整中新设的双山村) or what sets it up (新设双山村)."""
    name = words.rpartition(OF)[2] or words
    behind = (name[verb.end :] for verb in find_verbs(name) if verb.does in SETS_UP and not is_short(verb))
    return next((rest for rest in behind if parse_place(rest, listed=True)), name)


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


@cache
def _made_signs() -> re.Pattern[str]:
    return re.compile(any_of(change_words().backwards.made))


@cache
def _made() -> re.Pattern[str]:
    """由甲村、乙村合并设立, at the end of a clause, of what was named before."""
    words = change_words().backwards
    return re.compile(f"(?:{any_of(words.by)}).+(?:{any_of(words.made)})")


def _by() -> str:
    shortest: str = min(change_words().backwards.by, key=len)
    return shortest
