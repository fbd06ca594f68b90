"""Proposals: names in one place that may be one thing, each with the rule that says so. Nothing is joined by them.

Likely is an abbreviation that is an in-order subset of one and only one full name of the same kind (农业服务中心 is
农业综合服务中心). Doubtful is everything that a person must decide: an abbreviation that fits several names or
only half of a joint one (应急管理办 in 社会治理和应急管理办), two kinds of body of one name (财政办, 财政所), two
villages of almost one name, a place whose papers do not name the one above it (蓬莱镇, 大英县/蓬莱镇).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from graph.decisions.decisions import DecisionKind, Decisions, decision
from graph.identity.identity import body_ending, is_village, unit_kind
from graph.vocabulary.names import name_words

Grade = Literal["likely", "doubtful"]
Rule = Literal[
    "abbreviation",
    "fits several names",
    "half of a joint name",
    "another kind of body",
    "one character",
    "no place above",
]

SHORTEST = 3
"""Characters of a village's name below which one character is half of it (甲村, 乙村)."""


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A name in normal form that is known in a place (by the key of its scope)."""

    kind: DecisionKind
    place: str
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Proposal:
    """That two names of one kind in one place may be one; `name` is the shorter."""

    kind: DecisionKind
    place: str
    name: str
    other: str
    grade: Grade
    rule: Rule


def proposals(
    known: Iterable[Known], decisions: Decisions, apart: Iterable[tuple[str, str]] = ()
) -> tuple[Proposal, ...]:
    """What may be joined among these names, sorted; what is decided already, either way, is left out.

    `apart` are pairs of names known to be two, as those on the two sides of a change of villages are.
    """
    two = {frozenset(pair) for pair in apart}
    by_place: defaultdict[tuple[DecisionKind, str], set[str]] = defaultdict(set)
    for one in known:
        by_place["place" if is_village(one.name) else one.kind, one.place].add(one.name)
    found = [
        Proposal(kind, place, name, other, grade, rule)
        for (kind, place), names in by_place.items()
        for name, other, grade, rule in _within(kind, sorted(names))
        if frozenset((name, other)) not in two and decisions.verdict(kind, place, (name, other)) is None
    ]
    found += [
        Proposal("place", "", name, f"{place}/{name}", "doubtful", "no place above")
        for name in sorted(by_place.get(("place", ""), ()))
        for (kind, place), names in by_place.items()
        if kind == "place"
        and place
        and name in names
        and decisions.verdict("place", "", (name, f"{place}/{name}")) is None
    ]
    return tuple(sorted(found))


def with_likely(decisions: Decisions, proposed: Iterable[Proposal]) -> Decisions:
    """The decisions with all likely proposals accepted; one that contradicts what was decided is left out."""
    for one in proposed:
        if one.grade == "likely" and decisions.verdict(one.kind, one.place, (one.name, one.other)) is None:
            decisions = decisions.with_(decision("same", one.kind, one.place, one.name, one.other))
    return decisions


def _within(kind: DecisionKind, names: Sequence[str]) -> Iterator[tuple[str, str, Grade, Rule]]:
    if kind == "person":
        return
    villages = [name for name in names if is_village(name)]
    yield from ((*pair, "doubtful", "one character") for pair in combinations(villages, 2) if one_apart(*pair))
    if kind != "unit":
        return
    offices = [name for name in names if unit_kind(name) == "body" and body_ending(name)[0] and _core(name)]
    for name in offices:
        yield from _abbreviations(name, [other for other in offices if abbreviates(name, other)])
    for one, other in combinations(offices, 2):
        if body_ending(one)[1] != body_ending(other)[1] and _core(one) == _core(other):
            yield one, other, "doubtful", "another kind of body"


def _abbreviations(name: str, fitting: Sequence[str]) -> Iterator[tuple[str, str, Grade, Rule]]:
    for other in fitting:
        if len(fitting) > 1:
            yield name, other, "doubtful", "fits several names"
        elif _is_half(name, other):
            yield name, other, "doubtful", "half of a joint name"
        else:
            yield name, other, "likely", "abbreviation"


def abbreviates(name: str, other: str) -> bool:
    """Whether a body's name is shorter than another of the same kind and its characters stand in it, in their order."""
    if len(name) >= len(other) or body_ending(name)[1] != body_ending(other)[1]:
        return False
    characters = iter(_core(other))
    return all(character in characters for character in _core(name))


def _core(name: str) -> str:
    """A body's name without its ending: 财政 of 财政办."""
    return name.removesuffix(body_ending(name)[0])


def _is_half(name: str, other: str) -> bool:
    """Whether a name is taken from one half of a joint name alone."""
    joiner = name_words().joiners.words[0]
    halves = _core(other).split(joiner)
    return len(halves) > 1 and joiner not in name and any(_is_inside(_core(name), half) for half in halves)


def _is_inside(name: str, half: str) -> bool:
    characters = iter(half)
    return all(character in characters for character in name)


def one_apart(one: str, other: str) -> bool:
    """Whether two names differ in one character, or one has one character more."""
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST:
        return False
    if len(short) == len(long):
        return len(short) > SHORTEST and sum(a != b for a, b in zip(short, long, strict=True)) == 1
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
