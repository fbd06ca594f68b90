"""Words by which a paper takes the place of others, or of an earlier edition of itself.

A paper that is named by its number or its title is replaced where what becomes of it (废止, 失效) ends the clause right
behind it, and the clause says that this follows from the paper in hand (同时, 自…之日起, 原). A task to repeal
something (对《…》予以废止) says neither. Without a number or a title the own earlier edition is meant.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph.statements import ReplacementStatement
from graph.words.any_of import any_of
from graph.words.fold import Folded, compact, squeeze
from loaders.papers.issue_number import find_number
from loaders.text import Block, Paragraph, Text, Words
from loaders.vocabulary.replacements import replacement_words

_TITLE = re.compile("《([^《》]{1,120})》")
_SENTENCE = re.compile("[^。!?;]+")
_LONGEST = 1000
"""Signs of a sentence in which papers are looked for; one that replaces forty papers has as many."""
_BETWEEN = 12
"""Signs between a paper that is named and the words on it: 文件, the number's closing bracket, a comma."""
_LONGEST_LINE = 12
"""Signs of a line that is nothing but the mark of an edition, brackets included."""
_HEAD = 30
"""Paragraphs from the beginning in which a line may mark an edition: those of heading, seal and title."""


@dataclass(frozen=True, slots=True)
class _Cited:
    """A paper that a sentence names: where its name begins and ends, its number or, without one, its title."""

    start: int
    end: int
    number: str = ""
    title: str = ""


def read_replacements(text: Text, blocks: Sequence[Block], title: str = "") -> Iterator[ReplacementStatement]:
    """What a paper says of papers whose place it takes, in order; `title` is the paper's own."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    for number, paragraph in enumerate(paragraphs):
        words = paragraph.words
        if number < _HEAD and _marks_edition(words.compact, title):
            yield ReplacementStatement(text.source(words.start, words.end))
            title = ""
        elif _trigger().search(words.compact):
            yield from _of_paragraph(text, words)


def _marks_edition(line: Folded, title: str) -> bool:
    """Whether a line is the mark of an edition alone, or (a line of) the paper's title with one in brackets or last."""
    marks = replacement_words().edition.words
    if len(line) <= _LONGEST_LINE and line.strip("()") in marks:
        return True
    own = compact(title)
    told = bool(line) and (line in own or own in line)
    return told and any(f"({mark})" in line or line.endswith(mark) or f"关于{mark}" in line for mark in marks)


def _of_paragraph(text: Text, words: Words) -> Iterator[ReplacementStatement]:
    places = [at for at, sign in enumerate(words.text) if not sign.isspace()]
    for sentence in _SENTENCE.finditer(words.compact):
        if len(sentence[0]) > _LONGEST:
            continue
        told = _told(Folded(sentence[0]), squeeze(words.text)[sentence.start() : sentence.end()])
        if told is not None:
            first, last = places[sentence.start()], places[sentence.end() - 1] + 1
            part = words.part(first, last)
            yield ReplacementStatement(text.source(part.start, part.end), *told)


def _told(sentence: Folded, written: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The numbers and titles of the papers whose place a sentence takes, both empty for the own one; else None."""
    cited = list(_cited(sentence, written))
    replaced = _ended(sentence, cited) or _instead(sentence, cited)
    if replaced:
        numbers = tuple(dict.fromkeys(one.number for one in replaced if one.number))
        return numbers, tuple(dict.fromkeys(one.title for one in replaced if not one.number))
    own = any(word in sentence for word in replacement_words().stands.words)
    return ((), ()) if own or (not cited and _own_ended().search(sentence)) else None


def _cited(sentence: Folded, written: str) -> Iterator[_Cited]:
    """The papers that a sentence names; a number right behind a title is of the same paper, and one within its signs
    (《…〔2021〕3号》) is all there is to it.
    """
    titles = list(_TITLE.finditer(sentence))
    taken: set[int] = set()
    for end, start in sorted(_numbers(sentence).items()):
        named = next((one for one in titles if 0 <= start - one.end() <= 1 or one.span(1) == (start, end)), None)
        if named:
            taken.add(named.start())
        first, last = named.span() if named else (start, end)
        yield _Cited(first, max(last, end), number=written[start:end])
    yield from (_Cited(*one.span(), title=one[1]) for one in titles if one.start() not in taken)


def _numbers(sentence: Folded) -> dict[int, int]:
    """The issue numbers of a sentence, end to start; words glued before a number are no part of its code."""
    found: dict[int, int] = {}
    at = 0
    while place := find_number(sentence, at):
        found[place[1]], at = place
    for glued in _glued().finditer(sentence):
        if place := find_number(sentence, glued.end()):
            found[place[1]] = max(place[0], found.get(place[1], 0))
    return found


def _ended(sentence: Folded, cited: Sequence[_Cited]) -> list[_Cited]:
    """The papers that a clause ends: those of the list right before the words that say so."""
    found: list[_Cited] = []
    cited = sorted(cited, key=lambda one: one.end)
    for ending in _ending().finditer(sentence):
        ended = _list_before(sentence, cited, ending.start())
        opened = sentence[: ended[0].start] if ended else ""
        follows = ending["following"] or opened.endswith(replacement_words().before.words)
        if ended and (follows or _own().search(opened)):
            found += ended
    return found


def _list_before(sentence: Folded, cited: Sequence[_Cited], end: int) -> list[_Cited]:
    """The papers named one after another up to a place, with no words of another kind between."""
    found: list[_Cited] = []
    for one in reversed([one for one in cited if one.end <= end]):
        between = sentence[one.end : end]
        if len(between) > _BETWEEN or not _filling().fullmatch(between):
            break
        found.insert(0, one)
        end = one.start
        if sentence[:end].endswith(replacement_words().before.words):
            end -= next(len(word) for word in replacement_words().before.words if sentence[:end].endswith(word))
    return found


def _instead(sentence: Folded, cited: Sequence[_Cited]) -> list[_Cited]:
    """The papers for which the paper in hand stands (本方案代替…)."""
    found = _standing_for().search(sentence)
    return [one for one in cited if found and 0 <= one.start - found.end() <= 1]


@cache
def _trigger() -> re.Pattern[str]:
    words = replacement_words()
    return re.compile(any_of([*words.ended.words, *words.stands.words, *words.instead.words]))


@cache
def _glued() -> re.Pattern[str]:
    words = replacement_words()
    return re.compile(any_of([*words.before.words, *words.instead.words, *words.following.words]))


@cache
def _ending() -> re.Pattern[str]:
    words = replacement_words()
    return re.compile(f"(?P<following>{any_of(words.following.words)})?予?以?(?:{any_of(words.ended.words)})(?=[,)]|$)")


@cache
def _filling() -> re.Pattern[str]:
    called = any_of(replacement_words().called.words)
    return re.compile(f"[)(]?(?:{called})?[)]?[,、和及与]?(?:均|也|自本[^,]{{0,6}})?")


@cache
def _own() -> re.Pattern[str]:
    return re.compile(any_of(replacement_words().own.words))


@cache
def _own_ended() -> re.Pattern[str]:
    """原方案同时废止: an earlier paper without a name, ended by this one."""
    words = replacement_words()
    before, called = any_of(words.before.words), any_of(words.called.words)
    ended = f"(?:{any_of(words.following.words)})(?:{any_of(words.ended.words)})"
    return re.compile(f"(?:^|,)(?:{before})(?:印发|下发|制定)?的?(?:{called}){ended}(?=,|$)")


@cache
def _standing_for() -> re.Pattern[str]:
    words = replacement_words()
    own, instead, before = (any_of(rows.words) for rows in (words.own, words.instead, words.before))
    return re.compile(f"(?:{own})[^,]{{0,6}}(?:{instead})(?:{before})?")
