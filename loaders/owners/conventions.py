"""Finds the note in which a document states who leads (（逗号前为牵头单位，下同）), takes it out of the words.

A note is a place in a list (逗号前, 第一), filling words, a linking word and the name of the one who leads, or these
the other way round (牵头单位列第一位). The words are in `conventions.toml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graph.statements import Role
from graph.words.any_of import any_of
from graph.words.fold import fold
from loaders.vocabulary.conventions import convention_words

Rule = Literal["before_comma", "first"]
OwnerKind = Literal["units", "leaders"]
_LONGEST_EXCEPTION = 30  # characters
SEPARATORS = " ,;、。\n"
BOUNDARIES = SEPARATORS + "(:"


@dataclass(frozen=True, slots=True)
class Convention:
    """A stated rule for lists of units or leaders: who stands before the first comma, or first, leads.

    `lasting` says that the rule holds for what follows too (下同); `others` is the role that the note gives the rest.
    """

    rule: Rule
    party: OwnerKind
    lasting: bool
    others: Role = "responsible"


def may_state_who_leads(words: str) -> bool:
    """Whether the words hold the word without which no note says who leads (牵头)."""
    return convention_words().names.lead in words


def take_note(words: str) -> tuple[str, Convention | None]:
    """The words without the first note on who leads, and the rule that it states; (words, None) where there is none.

    The note goes with the bracket that holds nothing else and with the separator that joins it to the rest.
    """
    folded = fold(words)
    match = _heart().search(folded) if may_state_who_leads(folded) else None
    if match is None:
        return words, None
    end = _note_end(folded, match)
    start, behind = _with_frame(folded, _opening_start(folded, match.start()), end)
    return words[:start] + words[behind:], _convention(folded, match, end)


def conventions_in(words: str) -> Iterator[Convention]:
    """The rules of all notes on who leads that the words hold, in order."""
    folded = fold(words)
    match = _heart().search(folded)
    while match is not None:
        end = _note_end(folded, match)
        yield _convention(folded, match, end)
        match = _heart().search(folded, end)


def _note_end(folded: str, heart: re.Match[str]) -> int:
    """Where the note ends that has this heart: behind the words for the others and for how long it holds."""
    closing = _closing().match(folded, heart.end())
    return closing.end() if closing else heart.end()


def _convention(folded: str, heart: re.Match[str], end: int) -> Convention:
    return Convention(
        rule=_rule_of(heart["place"] or heart["place_behind"]),
        party=_party_of(heart["lead"] or heart["lead_first"], heart["filling"] or ""),
        lasting=_is_lasting(folded[heart.end() : end]),
        others=_others(folded[heart.end() : end]),
    )


def _opening_start(folded: str, end: int) -> int:
    """Where the opening words of the note begin that end at `end`: at a boundary, or at `end` where no words fit."""
    openings = (*convention_words().openings.words, *convention_words().every_table.words)
    start = best = end
    while start > 0:
        longest = max((len(word) for word in openings if folded.endswith(word, 0, start)), default=0)
        if not longest:
            break
        start -= longest
        if (start == 0 or folded[start - 1] in BOUNDARIES) and folded[start] not in SEPARATORS:
            best = start
    exception = _exception().search(folded, max(0, best - _LONGEST_EXCEPTION), best)
    return exception.start() if exception else best


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
    return any(word in closing for word in convention_words().closing.lasting)


def _others(closing: str) -> Role:
    supporting = any(word in closing for word in convention_words().closing.supporting)
    return "supporting" if supporting else "responsible"


def _rule_of(place: str) -> Rule:
    return convention_words().places.by_word[place].rule


def _party_of(lead: str, filling: str) -> OwnerKind:
    words = convention_words()
    leaders = words.leads.by_word[lead].party == "leaders" or any(word in filling for word in words.names.leaders)
    return "leaders" if leaders else "units"


@cache
def _heart() -> re.Pattern[str]:
    words = convention_words()
    place, standing, filling = any_of(words.places.words), any_of(words.standing.words), any_of(words.filling.words)
    lead, links = any_of(words.leads.words), any_of(words.links.words)
    also, kinds = any_of(words.also.joins), any_of(words.also.kinds)
    straight = (
        rf"(?:{standing})?(?P<place>{place})(?P<filling>(?:{filling}){{0,6}}),?"
        rf"(?:{links})?(?:{filling}){{0,2}}(?P<lead>{lead})(?:(?:{also})[^,;。()\n]{{0,6}}?(?:{kinds}))?"
    )
    reverse = (
        rf"(?P<lead_first>{lead})(?:{filling}){{0,2}}(?:{links})?(?:{filling}){{0,2}}(?:{standing})?(?:{links})?"
        rf"(?P<place_behind>{place})(?:{filling}){{0,4}}(?=[,;。)\s]|$)"
    )
    return re.compile(f"{straight}|{reverse}")


@cache
def _exception() -> re.Pattern[str]:
    """What the rule does not hold for, right before it (除标注“分别牵头”外，列第一位的为牵头单位)."""
    row = convention_words().exceptions
    return re.compile(rf"(?:{any_of(row.before)})[^,;。()\n]+?(?:{any_of(row.behind)}),?\Z")


@cache
def _closing() -> re.Pattern[str]:
    row = convention_words().closing
    others, lasting = any_of(row.others), any_of(row.lasting)
    return re.compile(rf"(?:[,;、]?(?:{others})[^,;。()\n]{{1,20}})?(?:[,;、。\s]?(?:{lasting}))?")
