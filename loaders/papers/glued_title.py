"""The heading of a paper that was saved on one line: where letterhead, issue number and title end in it.

A title has no stop in it; it ends in the kind of the paper (通知, 方案) where the body opens behind it: with a numbered
heading, those to whom the paper goes, a word that opens a sentence (为提升…, 现将…), a day, a number. Where none of
these follows, it has ended behind an ending that a longer title seldom holds, and the text goes on as no title does.
"""

import re
from collections.abc import Iterator
from functools import cache

from graph.words.any_of import any_of
from graph.words.fold import Folded, squeeze
from graph.words.numbering import number_at
from graph.words.signs import HAN
from loaders.owners.unit_lists import is_body, is_group
from loaders.papers.issue_number import find_number
from loaders.text import Words
from loaders.vocabulary.heads import head_words
from loaders.vocabulary.plans import plan_words

_REACH = 400  # characters at a paper's beginning in which its heading ends
LONGEST = 90  # characters of a title
_STOP = re.compile(r"[。;:!?,]")
STATUS = re.compile(r"\([^(),:]{1,14}\)")
_DAY = re.compile(r"\(?(?:19|20)\d\d年\d{1,2}月")
_TO_WHOM = re.compile(rf"([{HAN}()]{{1,24}}?)[、,:]")
_QUOTED = re.compile("《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^”]*”|〈[^〉]*〉")


@cache
def _endings() -> re.Pattern[str]:
    words, titles = head_words(), plan_words().title
    return re.compile(any_of((*words.notice.endings, *words.nouns.words, *titles.endings, *titles.other_endings)))


def glued_parts(words: Words) -> Iterator[Words]:
    """Letterhead, number and title with which these words begin, one by one, and what stands behind them."""
    places = [at for at, sign in enumerate(words.folded[:_REACH]) if not sign.isspace()]
    text = squeeze(Folded(words.folded[:_REACH]))
    position = 0
    for end in _ends(text):
        yield words.part(places[position], places[end - 1] + 1)
        position = end
    if position < len(places):
        yield words.part(places[position], len(words.text)) if position else words


def _ends(text: Folded) -> Iterator[int]:
    """Where the parts of a glued heading end, in the order of reading."""
    position = 0
    while (end := _end_of_letterhead(text, position)) or (end := _end_of_number(text, position)):
        yield end
        position = end
    end = end_of_title(text, position)
    if end:
        yield end
        if behind := _end_of_number(text, end):
            yield behind


def _end_of_letterhead(text: Folded, start: int) -> int:
    for word in head_words().letterhead.words:
        at = text.find(word, start, start + LONGEST)
        if at > start and is_body(text[start:at]):
            return at + len(word)
    return 0


def _end_of_number(text: Folded, start: int) -> int:
    first = start + text.startswith("(", start)
    found = find_number(text[: start + LONGEST], first)
    if found is None or (found[0] != first and not is_body(text[first : found[0]])):
        return 0
    return found[1] + text.startswith(")", found[1])


def end_of_title(text: Folded, start: int = 0) -> int:
    """Where the title ends that squeezed, folded words bear at `start`, 0 if they bear none."""
    window = text[start : start + LONGEST]
    if window.startswith(head_words().clause.begin) and not window.startswith(head_words().clause.not_names):
        return 0
    if number_at(text, start):
        return 0
    quoted = _QUOTED.sub(lambda match: "x" * len(match[0]), window)
    stop = _STOP.search(quoted)
    limit = stop.start() if stop else len(quoted)
    candidates = [match.end() for match in _endings().finditer(quoted) if match.end() <= limit]
    candidates = [_behind_status(text, start + end) for end in candidates]
    candidates = [end for end in candidates if not text.startswith(head_words().going_on.words, end)]
    opened = next((end for end in candidates if _opens(text, end)), 0)
    return opened or next((end for end in candidates if _is_over(text, start, end)), 0)


def _behind_status(text: Folded, end: int) -> int:
    """Behind the bracket that says what the paper is yet (试行, 征求意见稿), which belongs to the title."""
    match = STATUS.match(text, end)
    if match is None or find_number(match[0]) or _DAY.match(match[0]) or number_at(text, end):
        return end
    return match.end()


def _opens(text: Folded, end: int) -> bool:
    """Whether the body of a paper, or the lines between title and body, open at `end`."""
    rest = text[end : end + LONGEST]
    if not rest or rest.startswith(head_words().opening.words) or _DAY.match(rest) or number_at(text, end):
        return True
    if _end_of_number(text, end):
        return True
    colon, stop = rest.find(":"), rest.find("。")
    first = _TO_WHOM.match(rest)
    if first is None or colon == -1 or -1 < stop < colon:
        return False
    return is_body(first[1]) or is_group(first[1])


def _is_over(text: Folded, start: int, end: int) -> bool:
    """Whether a title has ended by its last words, and what follows is no part of a longer one."""
    words = head_words().glued
    rest = text[end : end + LONGEST]
    stop = _STOP.search(rest)
    return text[start:end].endswith(words.sure) and not rest.startswith(words.going_on) and bool(stop and stop.start())
