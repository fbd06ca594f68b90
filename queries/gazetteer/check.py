"""Everything that lists of places say of what papers tell, and the reverse: sums by town, villages, changes, codes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict

from graph.gazetteer.lists import PlaceEntry
from graph.stores.protocol import Store
from queries.conversion.all_places import AllPlaces, tables_of
from queries.gazetteer.comparing import TownPair, town_pairs
from queries.gazetteer.dating import ChangeLinks, ListedChangeRow, change_rows, changes_of, explains
from queries.gazetteer.linking import PlaceCodeRow, PlaceLink, code_rows, links
from queries.gazetteer.listed import COUNTY, ListedDays
from queries.gazetteer.proposing import ListProposalRow, proposals

WhyGone = Literal["paper", "dated before", "dated after", "left"]
"""What explains a village that is gone or new: a change that papers tell; one that they date before or after the two
lists; none.
"""
WhatOfVillage = Literal["vanished", "new", "renamed", "recoded"]


class ListedTownRow(TypedDict):
    """A town in two lists: `before` villages are `vanished` and `kept`, `after` are `kept` and `new`."""

    town: str
    town_code: str
    county: str
    first: str
    last: str
    before: int
    vanished: int
    kept: int
    new: int
    after: int
    vanished_explained: int
    new_explained: int


class ListedVillageRow(TypedDict):
    """A village that is gone from a list, new in one, or has another name or code there, and the changes (by id) that
    papers tell of it.
    """

    what: WhatOfVillage
    name: str
    code: str
    old_name: str
    old_code: str
    town: str
    town_code: str
    first: str
    last: str
    explained: WhyGone | Literal[""]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """All of it; each of its parts in the order of codes and days, of changes and places in that of their ways."""

    lists: tuple[str, ...]
    towns: Sequence[ListedTownRow]
    villages: Sequence[ListedVillageRow]
    changes: Sequence[ListedChangeRow]
    places: Sequence[PlaceCodeRow]
    proposals: Sequence[ListProposalRow]


def check(store: Store, listed: ListedDays, place: int = 0) -> Checked:
    """Hold what a store tells against the lists: all towns in a place (by code), without one those that papers name.

    Raises StoreError where the store fails.
    """
    known = AllPlaces(tables_of(store))
    found = {one: link for one, link in links(known, listed).items() if _inside(link, place)}
    changes = list(changes_of(known, found))
    wanted = [place] if place else sorted({code for link in found.values() for code in link.towns})
    told_of = (pair for code in wanted for pair in town_pairs(listed, code))
    pairs = list({(one.first.day, one.last.day, one.old, one.new): one for one in told_of}.values())
    told = _by_code(changes)
    return Checked(
        tuple(one.day for one in listed.lists),
        [_sums(listed, pair, told) for pair in pairs],
        [row for pair in pairs for row in _villages(listed, pair, told)],
        list(change_rows(known, listed, iter(changes))),
        list(code_rows(known, listed, found.values())),
        list(proposals(known, listed, found.values(), pairs)),
    )


def _inside(link: PlaceLink, place: int) -> bool:
    return not place or any(str(town).startswith(str(place)) for town in link.towns)


def _by_code(changes: Iterable[ChangeLinks]) -> Mapping[tuple[str, int], Sequence[ChangeLinks]]:
    """The changes by the codes of places that end by them ("vanished") and begin ("new")."""
    found: defaultdict[tuple[str, int], list[ChangeLinks]] = defaultdict(list)
    for one in changes:
        if not one.is_told:
            continue
        gone = {entry.code for link, role in one.before if role != "continues" for entry in link.entries}
        made = {entry.code for link, role in one.after if role == "created" for entry in link.entries}
        for what, codes in (("vanished", gone), ("new", made)):
            for code in codes:
                found[what, code].append(one)
    return found


def _why(
    pair: TownPair, what: str, entry: PlaceEntry, told: Mapping[tuple[str, int], Sequence[ChangeLinks]]
) -> tuple[WhyGone, tuple[str, ...]]:
    near = told.get((what, entry.code), ())
    ways: tuple[WhyGone, ...] = ("paper", "dated before", "dated after")
    for wanted in ways:
        found = [one for one in near if explains(one.change, pair.first.day, pair.last.day) == wanted]
        if found:
            return wanted, tuple(one.change["change_id"] for one in found)
    return "left", ()


def _sums(listed: ListedDays, pair: TownPair, told: Mapping[tuple[str, int], Sequence[ChangeLinks]]) -> ListedTownRow:
    explained = {
        what: sum(_why(pair, what, one, told)[0] == "paper" for one in entries)
        for what, entries in (("vanished", pair.vanished), ("new", pair.appeared))
    }
    return {
        "town": _town(listed, pair),
        "town_code": str(pair.code),
        "county": listed.name(int(str(pair.code)[:COUNTY])),
        "first": pair.first.day,
        "last": pair.last.day,
        "before": len(pair.kept) + len(pair.vanished),
        "vanished": len(pair.vanished),
        "kept": len(pair.kept),
        "new": len(pair.appeared),
        "after": len(pair.kept) + len(pair.appeared),
        "vanished_explained": explained["vanished"],
        "new_explained": explained["new"],
    }


def _villages(
    listed: ListedDays, pair: TownPair, told: Mapping[tuple[str, int], Sequence[ChangeLinks]]
) -> Iterator[ListedVillageRow]:
    for one in pair.vanished:
        yield _row(listed, pair, "vanished", (one, None), _why(pair, "vanished", one, told))
    for one in pair.appeared:
        yield _row(listed, pair, "new", (one, None), _why(pair, "new", one, told))
    for old, new in pair.kept:
        if old.form != new.form:
            yield _row(listed, pair, "renamed", (new, old), ("", ()))
        if old.code != new.code and pair.old == pair.new:
            yield _row(listed, pair, "recoded", (new, old), ("", ()))


def _row(
    listed: ListedDays,
    pair: TownPair,
    what: WhatOfVillage,
    places: tuple[PlaceEntry, PlaceEntry | None],
    why: tuple[WhyGone | Literal[""], tuple[str, ...]],
) -> ListedVillageRow:
    one, old = places
    return {
        "what": what,
        "name": one.name,
        "code": str(one.code),
        "old_name": old.name if old else "",
        "old_code": str(old.code) if old else "",
        "town": _town(listed, pair),
        "town_code": str(pair.code),
        "first": pair.first.day,
        "last": pair.last.day,
        "explained": why[0],
        "changes": why[1],
    }


def _town(listed: ListedDays, pair: TownPair) -> str:
    return listed.name(pair.code, pair.last if pair.new else pair.first)
