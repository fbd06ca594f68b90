"""Claims: places in running words that could state an owner, a deadline or a change, so that they must be told.

A claim is a trigger word (triggers.toml), a phrase of duty behind the name of a unit (由县水利局负责修渠), or a date by
which something is promised (2025年底前). What is made of none is listed as unread with the claim's reason.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from graph.words.any_of import any_of
from graph.words.promised_dates import promised_dates
from loaders.owners.duties import last_name, stands_behind_name
from loaders.owners.duty_phrases import duty_phrases
from loaders.text import Words
from loaders.vocabulary.roles import role_words
from loaders.vocabulary.triggers import trigger_words

_BY = "由"  # stands before the one whose duty it is (费用由村集体负责)
ClaimKind = Literal["trigger", "places", "no_result", "duty", "date"]


class Claim(NamedTuple):
    """A claim of a kind at a position of the words."""

    position: int
    kind: ClaimKind


def claims_in(words: Words) -> list[Claim]:
    """The claims in words, by kind."""
    return [*_by_words(words), *_duties(words), *_dates(words)]


def is_for_all_tasks(words: Words) -> bool:
    """Whether a sentence gives a unit to all later tasks."""
    return _patterns("for_all_tasks").search(words.text) is not None


def _by_words(words: Words) -> Iterator[Claim]:
    """Trigger words and changes that cannot be drawn, also where blanks break them."""
    kinds: tuple[tuple[ClaimKind, re.Pattern[str]], ...] = (
        ("trigger", _triggers()),
        ("places", _patterns("of_places")),
        ("no_result", _patterns("without_result")),
    )
    found = [(kind, match.start()) for kind, pattern in kinds for match in pattern.finditer(words.compact)]
    if found:
        places: Sequence[int] = range(len(words.folded))
        if len(words.compact) < len(places):
            places = [position for position, sign in enumerate(words.folded) if not sign.isspace()]
        yield from (Claim(places[position], kind) for kind, position in found)


def _duties(words: Words) -> Iterator[Claim]:
    if _verbs().search(words.folded):
        for phrase in duty_phrases(words.folded):
            if phrase.sure_verb and (
                stands_behind_name(words.folded, 0, phrase) or _BY in last_name(words.folded, 0, phrase)
            ):
                yield Claim(phrase.start, "duty")


def _dates(words: Words) -> Iterator[Claim]:
    yield from (Claim(match.start(), "date") for match in promised_dates(words.folded))


@cache
def _triggers() -> re.Pattern[str]:
    return re.compile(any_of(trigger_words().trigger.words))


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(any_of(role_words().sure.words))


@cache
def _patterns(section: Literal["for_all_tasks", "of_places", "without_result"]) -> re.Pattern[str]:
    words = trigger_words()
    rows = {
        "for_all_tasks": words.for_all_tasks,
        "of_places": words.of_places,
        "without_result": words.without_result,
    }
    return re.compile("|".join(rows[section].patterns))
