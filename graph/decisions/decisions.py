"""Human decisions on names: two are the same, or are not. Kept in a file, obeyed on every load, taken back at will.

The file (decisions.toml) is a list of [[decision]] tables: `verdict` (same, different), `kind` (unit, person, place),
`place` (the scope in which both names stand, 大英县/蓬莱镇) and `names` (two, in normal form). A place whose papers do
not name the one above it is decided on in place "": 蓬莱镇 and 大英县/蓬莱镇. The file is written sorted, so that the
same decisions give the same bytes.
"""

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, get_args

from graph.errors import UsageError, reason_of
from graph.identity.grouping import connected
from graph.words.names import name_form

Verdict = Literal["same", "different"]
DecisionKind = Literal["unit", "person", "place"]


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """That two names of one kind in one place are the same, or different; make it by `decision`."""

    kind: DecisionKind
    place: str
    names: tuple[str, str]
    verdict: Verdict

    @property
    def subject(self) -> tuple[str, str, tuple[str, str]]:
        """What it decides on."""
        return self.kind, self.place, self.names


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

    def with_(self, new: Decision) -> "Decisions":
        """The decisions with one more; an older one on the same two names gives way.

        Raises UsageError if it contradicts others: A is B and B is C, so A cannot be decided different from C.
        """
        kept = Decisions(tuple(one for one in self.all if one.subject != new.subject))
        return _checked((*kept.all, new))

    def without(self, old: Decision) -> "Decisions":
        """The decisions without one that is taken back. Raises UsageError if it was never made."""
        if old not in self.all:
            raise UsageError("decision.never_made", names=old.names, verdict=old.verdict, place=old.place)
        return Decisions(tuple(one for one in self.all if one != old))

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


def decision(verdict: Verdict, kind: DecisionKind, place: str, first: str, second: str) -> Decision:
    """A decision on two names, as written or in normal form. Raises UsageError if one is blank or both are one."""
    one, other = sorted((name_form(first), name_form(second)))
    if not one:
        raise UsageError("decision.blank")
    if one == other:
        raise UsageError("decision.one_name", one=first, other=second)
    return Decision(kind, place, (one, other), verdict)


def read_decisions(path: Path) -> Decisions:
    """The decisions in a file; none if there is no file. Raises UsageError, one sentence, for a broken one."""
    try:
        words = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Decisions()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("decisions.unread", path=path, reason=reason_of(error)) from error
    try:
        rows = tomllib.loads(words).get("decision", [])
    except tomllib.TOMLDecodeError as error:
        raise UsageError("decisions.no_toml", path=path, reason=error) from error
    if not isinstance(rows, list):
        raise UsageError("decisions.no_tables", path=path)
    return _checked(_read(row, number, path) for number, row in enumerate(rows, start=1))


def write_decisions(path: Path, decisions: Decisions) -> None:
    """Write the decisions to a file, whole or not at all."""
    aside = path.with_name(path.name + ".new")
    aside.write_text(to_toml(decisions), encoding="utf-8", newline="\n")
    aside.replace(path)


def to_toml(decisions: Decisions) -> str:
    """The decisions as the text of their file."""
    tables = [
        "[[decision]]\n"
        f"verdict = {_quoted(one.verdict)}\n"
        f"kind = {_quoted(one.kind)}\n"
        f"place = {_quoted(one.place)}\n"
        f"names = [{', '.join(_quoted(name) for name in one.names)}]\n"
        for one in decisions.all
    ]
    return "\n".join(tables)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _checked(decided: Iterable[Decision]) -> Decisions:
    latest = {one.subject: one for one in decided}
    decisions = Decisions(tuple(sorted(latest.values())))
    for one in decisions.all:
        if one.verdict == "different" and decisions.canonical(one.kind, one.place, one.names[0]) == (
            decisions.canonical(one.kind, one.place, one.names[1])
        ):
            raise UsageError("decision.contradicts", one=one.names[0], other=one.names[1])
    return decisions


def _read(row: object, number: int, path: Path) -> Decision:
    if not isinstance(row, dict):
        raise UsageError("decisions.no_table", number=number, path=path)
    verdict = next((known for known in get_args(Verdict) if known == row.get("verdict")), None)
    kind = next((known for known in get_args(DecisionKind) if known == row.get("kind")), None)
    place, names = row.get("place"), row.get("names")
    if verdict is None:
        raise UsageError("decisions.verdict", number=number, path=path, known=get_args(Verdict))
    if kind is None:
        raise UsageError("decisions.kind", number=number, path=path, known=get_args(DecisionKind))
    if not isinstance(place, str):
        raise UsageError("decisions.place", number=number, path=path)
    if not isinstance(names, list) or len(names) != 2 or not all(isinstance(name, str) and name for name in names):  # noqa: PLR2004
        raise UsageError("decisions.names", number=number, path=path)
    return decision(verdict, kind, place, names[0], names[1])
