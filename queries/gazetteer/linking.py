"""Places that papers name and the codes of lists: by name in the town, never by name alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict

from graph.gazetteer.lists import PlaceEntry
from graph.words.levels import VILLAGES
from graph.words.names import name_form
from queries.conversion.all_places import AllPlaces
from queries.gazetteer.listed import VILLAGE, ListedDays
from queries.rows import PeriodRow
from queries.ways import STEP

LinkedHow = Literal["one", "recoded", "several", "none", "no town", "several towns"]
"""How a place is found: by one code; by one code on each day, not the same on all; by several on a day; in no list; its
town in none; its town in several places.
"""


class PlaceCodeRow(TypedDict):
    """A place that papers name and its codes in the lists, with the days of the first and last list that name it."""

    place_id: str
    name: str
    level: str
    place: str
    how: LinkedHow
    code: str
    codes: tuple[str, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A place of papers, the towns (by code) in which it lies, and the places of the lists that are meant by it."""

    period: PeriodRow
    towns: tuple[int, ...]
    entries: tuple[PlaceEntry, ...]
    how: LinkedHow


def links(known: AllPlaces, listed: ListedDays) -> dict[str, PlaceLink]:
    """The villages and towns that papers name by their ids, in the order of their ways, with what lists say of them."""
    told = [row for row in known.all.values() if not row["code"] and row["level"] in {*VILLAGES, "town"}]
    told.sort(key=lambda row: (known.way(row["place_id"]), row["valid_from"], row["place_id"]))
    return {row["place_id"]: _link(known, listed, row) for row in told}


def code_rows(known: AllPlaces, listed: ListedDays, found: Iterable[PlaceLink]) -> Iterator[PlaceCodeRow]:
    """What is told of each place; its code is the one of the last list that names it, "" where several do."""
    for one in found:
        days = listed.days(one.entries)
        codes = tuple(str(code) for code in dict.fromkeys(_by_last_day(listed, one.entries)))
        yield {
            "place_id": one.period["place_id"],
            "name": one.period["name"],
            "level": one.period["level"],
            "place": known.way(one.period["place_id"]).rpartition(STEP)[0],
            "how": one.how,
            "code": codes[-1] if codes and one.how in {"one", "recoded"} else "",
            "codes": codes,
            "first": days[0] if days else "",
            "last": days[-1] if days else "",
        }


def _link(known: AllPlaces, listed: ListedDays, row: PeriodRow) -> PlaceLink:
    if row["level"] == "town":
        towns = listed.towns(known.way(row["place_id"]).split(STEP))
        entries = [one for code in towns for one in listed.below(code, len(str(code))) if one.form == row["name"]]
        return PlaceLink(row, tuple(towns), tuple(entries), _how(listed, entries, "none"))
    towns = sorted({code for way in _town_ways(known, row) for code in listed.towns(way)})
    form = name_form(row["name"])
    found = [one for code in towns for one in listed.below(code, VILLAGE) if one.form == form]
    if len({code // 1000 for code in towns}) > 1 and not known.home(row["place_id"]):
        return PlaceLink(row, tuple(towns), (), "several towns")
    return PlaceLink(row, tuple(towns), tuple(found), _how(listed, found, "none" if towns else "no town"))


def _town_ways(known: AllPlaces, row: PeriodRow) -> Iterator[Sequence[str]]:
    """The ways to the town of a village, under each name that it had."""
    home = known.home(row["place_id"])
    if home is not None:
        for spell in known.spells(home["place_id"]):
            yield known.way(spell["place_id"]).split(STEP)


def _how(listed: ListedDays, entries: Sequence[PlaceEntry], other: LinkedHow) -> LinkedHow:
    codes = {one.code for one in entries}
    if len(codes) <= 1:
        return "one" if codes else other
    for one in listed.lists:
        if len({entry.code for entry in entries if entry.stands_in(one)}) > 1:
            return "several"
    return "recoded"


def _by_last_day(listed: ListedDays, entries: Iterable[PlaceEntry]) -> list[int]:
    return [one.code for one in sorted(entries, key=lambda one: (max(listed.days([one])), one.code))]
