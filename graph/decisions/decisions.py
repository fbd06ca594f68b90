"""Human decisions: two names are the same, or are not; of two editions of a paper, or of two papers, one stands. Kept
in the store, obeyed on every load, taken back at will.

A decision has a `verdict` (same, different), a `kind` (unit, person, place), a `place` (the scope in which both names
stand, 大英县/蓬莱镇) and two `names` in normal form. A place whose papers do not name the one above it is decided on in
place "": 蓬莱镇 and 大英县/蓬莱镇. What stands over what is decided in place "" too, and its names are in
that order: files by the hashes of their bytes (edition), papers by their issue numbers, else their ids (paper).
`graph.decisions.exchange` writes and reads them as a file.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from graph.errors import UsageError
from graph.identity.grouping import connected
from graph.words.names import name_form

Verdict = Literal["same", "different", "stands"]
DecisionKind = Literal["unit", "person", "place", "edition", "paper"]
ORDERED: frozenset[DecisionKind] = frozenset({"edition", "paper"})
"""Kinds of which one stands over the other."""


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """That two names of one kind in one place are the same, or different; make it by `decision`.

    `who` decided, at which moment (ISO 8601) and `why` is told where it is known; no fact hangs on that, and decisions
    that differ in nothing else are equal.
    """

    kind: DecisionKind
    place: str
    names: tuple[str, str]
    verdict: Verdict
    who: str = field(default="", compare=False)
    decided_on: str = field(default="", compare=False)
    why: str = field(default="", compare=False)

    @property
    def subject(self) -> tuple[str, str, tuple[str, str]]:
        """What it decides on."""
        one, other = sorted(self.names)
        return self.kind, self.place, (one, other)


@dataclass(frozen=True)
class Decisions:
    """Decisions in force, sorted, at most one on a pair of names."""

    all: tuple[Decision, ...] = ()

    def canonical(self, kind: DecisionKind, place: str, name: str) -> str:
        """The name that stands for `name` (in normal form) in a place: the longest of those decided to be the same."""
        return self._canonical.get((kind, place, name), name)

    def in_full(self, jurisdiction: str | None) -> str | None:
        """A jurisdiction that begins at 蓬莱镇, begun at 大英县 if that is decided to be the same (in place "")."""
        if not jurisdiction:
            return jurisdiction
        first, slash, rest = jurisdiction.partition("/")
        return self.canonical("place", "", name_form(first)) + slash + rest

    def verdict(self, kind: DecisionKind, place: str, names: tuple[str, str]) -> Verdict | None:
        """What is decided on two names, directly or over others; None if nothing is."""
        pair = {self.canonical(kind, place, name) for name in names}
        if len(pair) == 1:
            return "same"
        for one in self.all:
            if (one.kind, one.place, one.verdict) == (kind, place, "different"):
                apart = {self.canonical(kind, place, name) for name in one.names}
                if apart == pair:
                    return "different"
        return None

    def standing(self, one: str, other: str, kind: DecisionKind = "edition") -> str:
        """Which of two stands over the other, "" if that is not decided."""
        return self._standing.get((kind, frozenset((one, other))), "")

    def with_(self, new: Decision) -> "Decisions":
        """The decisions with one more; an older one on the same two names gives way.

        Raises UsageError if it contradicts others: A is B and B is C, so A cannot be decided different from C.
        """
        return checked((*(one for one in self.all if one.subject != new.subject), new))

    def without(self, old: Decision) -> "Decisions":
        """The decisions without one that is taken back. Raises UsageError if it was never made."""
        if old not in self.all:
            raise UsageError("decision.never_made", names=old.names, verdict=old.verdict, place=old.place)
        return Decisions(tuple(one for one in self.all if one != old))

    @cached_property
    def _standing(self) -> dict[tuple[DecisionKind, frozenset[str]], str]:
        return {(one.kind, frozenset(one.names)): one.names[0] for one in self.all if one.verdict == "stands"}

    @cached_property
    def _canonical(self) -> dict[tuple[DecisionKind, str, str], str]:
        """The longest of the names decided to be the same, for each of them."""
        same = [one for one in self.all if one.verdict == "same"]
        groups = connected(same, lambda one: [(one.kind, one.place, name) for name in one.names])
        return {
            (one.kind, one.place, name): max(sorted({name for member in group for name in member.names}), key=len)
            for group in groups
            for one in group
            for name in one.names
        }


def decision(
    verdict: Verdict,
    kind: DecisionKind,
    place: str,
    first: str,
    second: str,
    *,
    who: str = "",
    decided_on: str = "",
    why: str = "",
) -> Decision:
    """A decision on two names, as written or in normal form; where one stands over the other, it comes first.

    Raises UsageError if one is blank, both are one, or nothing of that kind can be decided so.
    """
    one, other = name_form(first), name_form(second)
    if verdict != "stands":
        one, other = sorted((one, other))
    if (verdict == "stands" and kind not in ORDERED) or (verdict == "same" and kind in ORDERED):
        raise UsageError("decision.words")
    if not one or not other:
        raise UsageError("decision.blank")
    if one == other:
        raise UsageError("decision.one_name", one=first, other=second)
    return Decision(kind, place, (one, other), verdict, who, decided_on, why)


def checked(decided: Iterable[Decision]) -> Decisions:
    """Decisions in force: sorted, of several on the same names the last. Raises UsageError where they contradict."""
    latest = {one.subject: one for one in decided}
    decisions = Decisions(tuple(sorted(latest.values())))
    for one in decisions.all:
        if one.verdict == "different" and decisions.canonical(one.kind, one.place, one.names[0]) == (
            decisions.canonical(one.kind, one.place, one.names[1])
        ):
            raise UsageError("decision.contradicts", one=one.names[0], other=one.names[1])
    return decisions
