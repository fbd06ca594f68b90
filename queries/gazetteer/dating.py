"""Changes that papers tell, held against the lists: between which two lists each lies, whose codes stayed, and which of
its places stand in no list. The papers' words stand above; a bound by lists is called one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict

from queries.conversion.all_places import AllPlaces
from queries.gazetteer.linking import PlaceLink
from queries.gazetteer.listed import ListedDays
from queries.rows import PeriodChangeRow

Basis = Literal["paper", "list", "none"]
"""What a change is dated by: the words of papers, two lists, nothing."""
CodeCheck = Literal["kept", "changed", "new", ""]
"""The code after the change: that of the place that goes on (kept), another (changed); of a new place, one that none of
those before had (new), or the one of such (kept). "" where a code is not told.
"""
_ENDING = ("ends", "moved")
_ALWAYS = "9999"
"""Stands for the day of a list that there is not: it lies behind all others."""


class ListedChangeRow(TypedDict):
    """A change with its places, the days that papers tell and those of the lists: it lies after `list_after`, the last
    list that names all that ended by it, and by `list_by`, the first that names none of these ("" for no such list).

    `agrees` tells whether the days of the papers and those of the lists meet.
    """

    change_id: str
    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    place: str
    stated_on: str
    latest: str
    status: str
    basis: Basis
    list_after: str
    list_by: str
    agrees: bool
    result_code: str
    code_check: CodeCheck
    unlisted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeLinks:
    """A change with the links of its places before, each with its role, and after."""

    change: PeriodChangeRow
    before: tuple[tuple[PlaceLink, str], ...]
    after: tuple[tuple[PlaceLink, str], ...]

    @property
    def is_told(self) -> bool:
        """Whether it is more than a proposal."""
        return self.change["status"] != "proposed"


def changes_of(known: AllPlaces, links: Mapping[str, PlaceLink]) -> Iterator[ChangeLinks]:
    """The changes with places that papers name, by their ids."""
    for change in sorted(known.changes, key=lambda row: row["change_id"]):
        before = tuple((links[one], role) for one, role in known.inputs(change["change_id"]) if one in links)
        after = tuple((links[one], role) for one, role in known.results(change["change_id"]) if one in links)
        if before or after:
            yield ChangeLinks(change, before, after)


def change_rows(known: AllPlaces, listed: ListedDays, changes: Iterator[ChangeLinks]) -> Iterator[ListedChangeRow]:
    """What is told of each change."""
    for one in changes:
        after, by = _between(listed, one)
        stated = one.change["stated_on"]
        basis: Basis = "paper" if stated else "list" if after and by else "none"
        sides = [link for link, _ in (*one.before, *one.after)]
        code, check = _codes(listed, one)
        yield {
            "change_id": one.change["change_id"],
            "kind": one.change["kind"],
            "before": tuple(link.period["name"] for link, _ in one.before),
            "after": tuple(link.period["name"] for link, _ in one.after),
            "place": next((known.way(link.period["place_id"]).rpartition("/")[0] for link in sides), ""),
            "stated_on": stated,
            "latest": one.change["latest"],
            "status": one.change["status"],
            "basis": basis,
            "list_after": after,
            "list_by": by,
            "agrees": explains(one.change, after, by or _ALWAYS) == "paper",
            "result_code": code,
            "code_check": check,
            "unlisted": tuple(dict.fromkeys(link.period["name"] for link in sides if not link.entries)),
        }


def explains(change: PeriodChangeRow, first: str, last: str) -> Literal["paper", "dated before", "dated after"]:
    """Whether the days that papers tell of a change meet the time from one list ("" for none) to the next."""
    if change["latest"] and change["latest"] < first:
        return "dated before"
    if change["earliest"] and change["earliest"] > last:
        return "dated after"
    return "paper"


def _between(listed: ListedDays, one: ChangeLinks) -> tuple[str, str]:
    """The last list before a change and the first after it, "" where no list tells."""
    ended = [listed.days(link.entries) for link, role in one.before if role in _ENDING and link.entries]
    days = [known.day for known in listed.lists]
    if ended:
        gone = [_next(days, found[-1]) for found in ended]
        return min(found[-1] for found in ended), max(gone) if all(gone) else ""
    made = [listed.days(link.entries) for link, role in one.after if role == "created" and link.entries]
    if not made:
        return "", ""
    first = max(found[0] for found in made)
    at = days.index(first)
    return days[at - 1] if at else "", first


def _next(days: Sequence[str], day: str) -> str:
    at = days.index(day) + 1
    return days[at] if at < len(days) else ""


def _codes(listed: ListedDays, one: ChangeLinks) -> tuple[str, CodeCheck]:
    """The code of the result on the first list behind the change, and what it is to those before."""
    _, by = _between(listed, one)
    results = [(link, role) for link, role in one.after if role in {"continues", "created"}]
    if len(results) != 1 or not by:
        return "", ""
    link, role = results[0]
    there = next(known for known in listed.lists if known.day == by)
    found = {entry.code for entry in link.entries if entry.stands_in(there)}
    if len(found) != 1:
        return "", ""
    [code] = found
    goes_on = {entry.code for input_, own in one.before if own == "continues" for entry in input_.entries}
    before = {entry.code for input_, _ in one.before for entry in input_.entries}
    if role == "continues":
        return str(code), "kept" if code in (goes_on or before) else "changed"
    return str(code), "kept" if code in before else "new"
