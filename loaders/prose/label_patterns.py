"""The words of labels in a folded text, as patterns made of the tables in labels.toml, and what a match states.

words = [任务 | 工作 | 项目] word [note] [join second] [note]      note = a bracket (逗号前为牵头单位)
"""

import re
from collections.abc import Iterator
from functools import cache

from graph.words.any_of import any_of
from graph.words.fold import Folded, squeeze
from loaders.owners.conventions import may_state_who_leads
from loaders.owners.label_words import bare_roles, weak_words, whole_roles
from loaders.vocabulary.labels import label_words

WINDOW = 72  # characters before a colon in which its label is looked for: words and a bracket behind them


@cache
def _ends() -> tuple[str, ...]:
    """The words with which a label may end, so that most colons need no closer look."""
    labels = label_words()
    return (")", *labels.unit_nouns, labels.second.person, *whole_roles(), *bare_roles())


@cache
def word_pattern() -> str:
    """A pattern for any label word that is one by itself, also with blanks between its signs."""
    return f"(?:{any_of(whole_roles(), ' *')})"


@cache
def label_pattern() -> re.Pattern[str]:
    """A label's words: groups `first`, `second`, `note1`, `note2`, or `bare`."""
    word = word_pattern()
    labels = label_words()
    nouns, joins, person = any_of(labels.unit_nouns), any_of(labels.second.joins), labels.second.person
    second = rf"(?: *(?:{joins}) *(?P<second>{word}|{nouns}|{person}))?"
    bracket = r"(?: *(?P<note{}>\([^()]{{1,40}}\)))?"
    bare = any_of(bare_roles())
    own = rf"(?:(?:{any_of(labels.own_nouns)}) *)?"
    whole = rf"{own}(?P<first>{word}){bracket.format(1)}{second}{bracket.format(2)}"
    first = re.escape("".join(sorted(first_signs())))
    return re.compile(rf"(?=[{first}])(?:{whole}|(?P<bare>{bare})(?= *:))")


@cache
def first_signs() -> frozenset[str]:
    """The signs with which a label's words begin."""
    return frozenset(word[0] for word in (*label_words().own_nouns, *whole_roles(), *bare_roles()))


def words_before_colons(folded: Folded) -> Iterator[re.Match[str]]:
    """The label words before each colon of a folded text."""
    previous = 0
    position = folded.find(":")
    while position != -1:
        start = max(previous, position - WINDOW)
        if squeeze(folded[start:position]).endswith(_ends()):
            match = _before_colon(folded, start, position)
            if match:
                yield match
        previous = position + 1
        position = folded.find(":", previous)


def _before_colon(folded: Folded, start: int, colon: int) -> re.Match[str] | None:
    """The first label words from `start` on that end before a colon, where at most blanks stand between."""
    while match := label_pattern().search(folded, start, colon + 1):
        if not folded[match.end() : colon].strip(" "):
            return match
        start = match.start() + 1
    return None


def is_weak(match: re.Match[str]) -> bool:
    """Whether a label counts only before names or a date."""
    return (match["bare"] or match["first"].replace(" ", "")) in weak_words()


def note_of(match: re.Match[str]) -> tuple[int, int] | None:
    """Where a bracket behind the label's words states who leads."""
    notes = [match.span(group) for group in ("note1", "note2") if may_state_who_leads(match[group] or "")]
    return notes[0] if notes else None


def _in_bracket(match: re.Match[str]) -> str | None:
    """The label word that a bracket behind the label's own words holds and nothing else (责任单位（责任人）)."""
    inside = (match["note1"] or "")[1:-1].replace(" ", "")
    return inside if whole_roles().get(inside) in ("leaders", "lead_leaders") else None


def read_roles(match: re.Match[str]) -> tuple[str, ...]:
    """The roles that a label's words give, two where it names two things."""
    if match["bare"]:
        return (bare_roles()[match["bare"]],)
    first = whole_roles()[match.group("first").replace(" ", "")]
    second = match.group("second") or _in_bracket(match)
    if second is None:
        return (first,)
    word = second.replace(" ", "")
    other = whole_roles().get(word) or (label_words().second.role if word == label_words().second.person else first)
    return (first,) if other == first else (first, other)
