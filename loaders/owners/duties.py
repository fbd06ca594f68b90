"""Cuts the words of an owner at phrases of duty (县水利局牵头，县林业局配合): each takes the names since the last one.

    duties = (names phrase object?)* names?

A phrase counts where it ends its clause. One with words behind it counts where the name before it is complete
(县水利局负责修渠, but not the noun 企业支持目录), or where names with a phrase of their own follow it
(海关牵头县林业局配合, but not the name 人民参与促进股). An object ends at the next separator, and only what surely is a
name counts behind it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from graph.statements import Role
from graph.words.fold import Folded, fold
from graph.words.pieces import outside
from loaders.owners.duty_phrases import DutyPhrase, duty_phrases, without_leading
from loaders.owners.people import is_office
from loaders.owners.unit_lists import split_list
from loaders.owners.unit_names import LONGEST_NAME, is_unit

_LAST_NAME = re.compile(r"[^、,;]*$")


class VerbDuty(NamedTuple):
    """Words of names and the role of the phrase behind them; `role` is None for names behind the last one.

    `sure_only` says that an object stands before them (负责修渠、护林，县林业局), so only what surely is a name counts;
    `sure_verb` that the phrase holds a verb that means nothing else behind a name; `aside` that it sets the names over
    the others and gives no role (县水利局指导).
    """

    names: str
    role: Role | None
    sure_only: bool = False
    sure_verb: bool = False
    aside: bool = False


def duties(words: str) -> list[VerbDuty]:
    """The stretches of names that the phrases part; one with role None where the words hold no phrase of duty."""
    folded = fold(words)
    phrases = list(duty_phrases(folded))
    free = outside(words) if phrases else []
    separators = [match.start() for match in re.finditer("[、,;。]", folded)] if phrases else []
    found: list[VerbDuty] = []
    start, sure_only = 0, False
    for index, phrase in enumerate(phrases):
        if phrase.start < start or not free[phrase.start]:
            continue
        if phrase.role is None and not stands_behind_name(folded, start, phrase):
            continue
        next_separator = bisect_left(separators, phrase.end)
        stop = separators[next_separator] if next_separator < len(separators) else len(words)
        following = phrases[index + 1].start if index + 1 < len(phrases) else stop
        names_follow = not phrase.ends_clause and _are_names(words[phrase.end : min(following, stop)])
        behind_name = phrase.ends_clause or stands_behind_name(folded, start, phrase)
        names_follow = names_follow and (behind_name or phrase.role != "supporting")  # 人民参与促进股
        weak = phrase.role == "supporting" and not phrase.sure_verb  # 企业支持目录
        if not (phrase.ends_clause or names_follow or (not weak and behind_name)):
            continue
        names = without_leading(words[start : phrase.start])
        if names or found or not phrase.only_manner:
            found.append(VerbDuty(names, phrase.role, sure_only, phrase.sure_verb, aside=phrase.role is None))
        start = phrase.end if phrase.ends_clause or names_follow else stop
        sure_only = start == stop and not phrase.ends_clause
    rest = without_leading(words[start:])
    if rest or not found:
        found.append(VerbDuty(rest, None, sure_only or bool(found)))
    return found


def duty_names(parts: Sequence[VerbDuty]) -> list[str]:
    """The names of all stretches with a phrase of duty behind them."""
    return [part.name for duty in parts if duty.role is not None for part in split_list(duty.names)]


def _are_names(words: str) -> bool:
    """Whether words between two phrases are names and nothing else."""
    parts = split_list(without_leading(words))
    return bool(parts) and all(is_unit(part.name) for part in parts)


def stands_behind_name(folded: Folded, start: int, phrase: DutyPhrase) -> bool:
    """Whether the last name before a phrase is complete (县水利局负责修渠), or a post."""
    name = last_name(folded, start, phrase)
    return is_unit(name) or is_office(name)


def last_name(folded: Folded, start: int, phrase: DutyPhrase) -> str:
    """The words between the last separator and a phrase, without 由 in front."""
    last = _LAST_NAME.search(folded, max(start, phrase.start - LONGEST_NAME), phrase.start)
    return without_leading(last.group()) if last else ""
