"""Finds the note in which a document states who leads (（逗号前为牵头单位，下同）), takes it out of the words.

A note is a place in a list (逗号前, 第一), filling words, a linking word and the name of the one who leads, or these
the other way round (牵头单位列第一位). The words are in `conventions.toml`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from graph.statements import Role
from graph.words.fold import fold
from loaders.vocabulary import table

Rule = Literal["before_comma", "first"]
Party = Literal["units", "leaders"]
SEPARATORS = " ,;、。\n"
BOUNDARIES = SEPARATORS + "(:"


@dataclass(frozen=True, slots=True)
class Convention:
    """A stated rule for lists of units or leaders: who stands before the first comma, or first, leads.

    `lasting` says that the rule holds for what follows too (下同); `others` is the role that the note gives the rest.
    """

    rule: Rule
    party: Party
    lasting: bool
    others: Role = "responsible"


def may_state_who_leads(words: str) -> bool:
    """Whether the words hold the word without which no note says who leads (牵头)."""
    return _names()["lead"] in words


def take_note(words: str) -> tuple[str, Convention | None]:
    """The words without the first note on who leads, and the rule that it states; (words, None) where there is none.

    The note goes with the bracket that holds nothing else and with the separator that joins it to the rest.
    """
    folded = fold(words)
    found = _find(folded)
    if found is None:
        return words, None
    start, end, match = found
    convention = Convention(
        rule=_rule_of(match["place"] or match["place_behind"]),
        party=_party_of(match["lead"] or match["lead_first"], match["filling"] or ""),
        lasting=_is_lasting(folded[match.end() : end]),
        others=_others(folded[match.end() : end]),
    )
    start, end = _with_frame(folded, start, end)
    return words[:start] + words[end:], convention


def _find(folded: str) -> tuple[int, int, re.Match[str]] | None:
    """Start and end of the note in folded words, with the match of its heart."""
    for match in _heart().finditer(folded):
        start = _opening_start(folded, match.start())
        closing = _closing().match(folded, match.end())
        return start, closing.end() if closing else match.end(), match
    return None


def _opening_start(folded: str, end: int) -> int:
    """Where the opening words of the note begin that end at `end`: at a boundary, or at `end` where no words fit."""
    openings = tuple(word for row in table("conventions")["openings"] for word in row["words"])
    start = best = end
    while start > 0:
        longest = max((len(word) for word in openings if folded.endswith(word, 0, start)), default=0)
        if not longest:
            break
        start -= longest
        if (start == 0 or folded[start - 1] in BOUNDARIES) and folded[start] not in SEPARATORS:
            best = start
    return best


def _with_frame(folded: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the brackets that hold only the note, or the separators between it and the words before."""
    left, right = start, end
    while left > 0 and folded[left - 1] in SEPARATORS:
        left -= 1
    while right < len(folded) and folded[right] in SEPARATORS:
        right += 1
    if left > 0 and folded[left - 1] == "(" and right < len(folded) and folded[right] == ")":
        return left - 1, right + 1
    if left > 0 and folded[left - 1] == "(":
        return start, right
    return left, end


def _is_lasting(closing: str) -> bool:
    return any(word in closing for word in table("conventions")["closing"]["lasting"])


def _others(closing: str) -> Role:
    supporting = any(word in closing for word in table("conventions")["closing"]["supporting"])
    return "supporting" if supporting else "responsible"


def _names() -> Mapping[str, Any]:
    names: Mapping[str, Any] = table("conventions")["names"]
    return names


@cache
def _rules() -> dict[str, Rule]:
    return {word: row["rule"] for row in table("conventions")["places"] for word in row["words"]}


def _rule_of(place: str) -> Rule:
    return _rules()[place]


def _party_of(lead: str, filling: str) -> Party:
    rows: list[dict[str, Any]] = table("conventions")["leads"]
    leaders = next(row["words"] for row in rows if row["party"] == "leaders")
    return "leaders" if lead in leaders or any(word in filling for word in _names()["leaders"]) else "units"


def _any_of(section: str) -> str:
    words = {word for row in table("conventions")[section] for word in row["words"]}
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _heart() -> re.Pattern[str]:
    place, standing, filling = _any_of("places"), _any_of("standing"), _any_of("filling")
    lead, links = _any_of("leads"), _any_of("links")
    straight = (
        rf"(?:{standing})?(?P<place>{place})(?P<filling>(?:{filling}){{0,6}}),?"
        rf"(?:{links})?(?:{filling}){{0,2}}(?P<lead>{lead})"
    )
    reverse = (
        rf"(?P<lead_first>{lead})(?:{filling}){{0,2}}(?:{links})?(?:{filling}){{0,2}}(?:{standing})?(?:{links})?"
        rf"(?P<place_behind>{place})(?:{filling}){{0,4}}(?=[,;。)\s]|$)"
    )
    return re.compile(f"{straight}|{reverse}")


@cache
def _closing() -> re.Pattern[str]:
    row = table("conventions")["closing"]
    others, lasting = "|".join(row["others"]), "|".join(row["lasting"])
    return re.compile(rf"(?:[,;、]?(?:{others})[^,;。()\n]{{1,20}})?(?:[,;、。\s]?(?:{lasting}))?")
