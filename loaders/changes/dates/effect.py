"""The day on which a paper's changes take effect, told in a sentence of its own: 本次调整自2023年1月15日起施行.

Such a sentence dates the changes of its paper that state no date of their own. It must speak of the adjustment, or of
a paper that is about one (本通知自…起施行); the day on which a plan, a fee or a regulation takes effect dates nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.statements import ChangeStatement
from graph.words.any_of import any_of
from graph.words.fold import compact, squeeze
from graph.words.numbering import IN_FRONT
from loaders.changes.clauses.sentences import split_sentences
from loaders.changes.dates.dates import When, read_when
from loaders.text import Paragraph
from loaders.vocabulary.changes import change_words

LONGEST = 300  # characters of a sentence on the day of effect


@dataclass(frozen=True, slots=True)
class Effect:
    """The day that a sentence gives, where the sentence stands, and whether it names the adjustment itself."""

    start: int
    when: When
    of_changes: bool


def dated_by_effect(
    changes: Sequence[ChangeStatement], paragraphs: Sequence[Paragraph], title: str, issued_on: str
) -> list[ChangeStatement]:
    """The changes of one paper, those without a date dated by the sentence on the day of effect that is about them.

    One such day holds for all changes of the paper; of several each holds for the changes before it. A day without a
    year is in the year of issue (`issued_on`, ISO or ""), and counts where it does not lie before that day.
    """
    about = about_changes(title)
    effects = list(_effects(paragraphs, changes, issued_on, about=about)) if changes else []
    if not effects:
        return list(changes)
    older = _told_as_past(changes)
    only = len({effect.when for effect in effects}) == 1
    return [change if change in older else _dated(change, effects, only=only) for change in changes]


def _dated(change: ChangeStatement, effects: Sequence[Effect], *, only: bool) -> ChangeStatement:
    """The change with the day of effect behind it, or with the `only` day that the paper gives."""
    if change.on or change.status == "done":
        return change
    behind = 0 if only else bisect_left(effects, change.source.start or 0, key=lambda effect: effect.start)
    when = effects[behind].when if behind < len(effects) else None
    return replace(change, on=when.on, earliest=when.earliest, latest=when.latest) if when else change


def _told_as_past(changes: Sequence[ChangeStatement]) -> set[ChangeStatement]:
    """Those that made what the paper ends: 甲村由乙村、丙村合并而成, where it abolishes 甲村."""
    ended = {party.name for change in changes for party in change.before if party.role == "ends"}
    return {one for one in changes if any(party.role == "created" and party.name in ended for party in one.after)}


def _effects(
    paragraphs: Sequence[Paragraph], changes: Sequence[ChangeStatement], issued_on: str, *, about: bool
) -> Iterator[Effect]:
    told = sorted(one.source.start or 0 for one in changes)
    for paragraph in paragraphs:
        words = paragraph.words
        if not _signs().search(words.text):
            continue
        told_here = bisect_left(told, words.start) < bisect_left(told, words.end)
        for sentence in split_sentences(words.folded):
            effect = _read(squeeze(sentence.words)[:LONGEST], words.at(sentence.start), issued_on)
            if effect and (effect.of_changes or about or told_here):
                yield effect


def _read(words: str, start: int, issued_on: str) -> Effect | None:
    for pattern, of_changes in zip(_patterns(), (True, False), strict=True):
        found = pattern.search(words)
        when = _when(found["date"], issued_on) if found else When()
        if when.on:
            return Effect(start, when, of_changes)
    return None


def _when(date: str, issued_on: str) -> When:
    """The day that the words give; one without a year in the year of issue, not before the day of issue."""
    if re.match(r"\d{4}", date):
        return read_when(date)
    when = read_when(f"{issued_on[:4]}年{date}") if issued_on else When()
    return when if when.latest >= issued_on else When()


def about_changes(title: str) -> bool:
    """Whether a paper's title, or its beginning, speaks of a change of places."""
    words, data = compact(title), change_words().effect
    return any(re.search(one, words) for one in data.titles) and not any(word in words for word in data.later)


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(any_of(change_words().effect.verbs))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A sentence that names the adjustment, and one that names the paper or nothing."""
    data = change_words().effect
    date = r"(?P<date>(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{4}[./-]\d{1,2}[./-]\d{1,2}日?)"
    then = (
        rf"(?:{any_of(data.between)})*(?:{any_of(data.before_day)}){date}"
        rf"(?:{any_of(data.behind_day)}),?(?:{any_of(data.between)})*(?:{any_of(data.verbs)})"
    )
    adjustment = "|".join(f"(?:{pattern})" for pattern in data.adjustments)
    paper = any_of(data.papers)
    return (
        re.compile(rf"(?:{adjustment})(?:{any_of(data.nouns)})?,?{then}"),
        re.compile(rf"^(?:{IN_FRONT})?(?:[^,;]*,)?(?:{paper})?{then}"),
    )
