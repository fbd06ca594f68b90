"""Spellings in a store that may name one thing, each pair with the rule that proposes it; nothing is joined by them."""

from collections.abc import Mapping
from itertools import combinations

from graph.decisions.decisions import DecisionKind, Decisions
from graph.decisions.proposals import Known, proposals, with_likely
from graph.stores.protocol import Store
from graph.words.levels import VILLAGES
from queries.ask import Row, ask


def proposed(store: Store, decisions: Decisions, within: str = "") -> list[Row]:
    """A row a pair of names in one place that may be one, by kind, place and name.

    Columns: name, other, place, kind (unit, place), grade (likely, doubtful), rule, id, other_id, scope. Units and
    villages of papers that name no place are compared with none.
    """
    ids = _known(store, within)
    return [
        {
            "name": one.name,
            "other": one.other,
            "place": one.place.rpartition("/")[2],
            "kind": one.kind,
            "grade": one.grade,
            "rule": one.rule,
            "id": ids.get(Known(one.kind, one.place, one.name), ""),
            "other_id": ids.get(_named(one.kind, one.place, one.other), ""),
            "scope": one.place,
        }
        for one in proposals(ids, decisions, _of_one_change(store))
    ]


def with_all_likely(store: Store, decisions: Decisions, within: str = "") -> Decisions:
    """The decisions with all likely spellings of a store (of a place in it) accepted."""
    return with_likely(decisions, proposals(_known(store, within), decisions, _of_one_change(store)))


def _known(store: Store, within: str) -> dict[Known, str]:
    """The names that are compared, with the ids of what bears them."""
    places = {str(row["place_id"]): row for row in ask(store, "places/list")}
    ids: dict[Known, str] = {}
    for row in ask(store, "units/list", within=within, kind="body"):
        if row["place_id"]:
            ids[Known("unit", path_of(places, str(row["place_id"])), str(row["name"]))] = str(row["unit_id"])
    for row in ask(store, "places/list", within=within):
        if row["level"] not in VILLAGES or row["above_id"]:
            ids[Known("place", path_of(places, str(row["above_id"])), str(row["name"]))] = str(row["place_id"])
    return ids


def _named(kind: DecisionKind, place: str, name: str) -> Known:
    """What a name of a proposal means, which may be a way from a larger place (大英县/蓬莱镇)."""
    above, _, own = name.rpartition("/")
    return Known(kind, above or place, own)


def path_of(places: Mapping[str, Row], place: str) -> str:
    """The way to a place from the largest (大英县/蓬莱镇), by which decisions name it."""
    names: list[str] = []
    while place in places and len(names) < len(places):
        names.append(str(places[place]["name"]))
        place = str(places[place]["above_id"])
    return "/".join(reversed(names))


def _of_one_change(store: Store) -> list[tuple[str, str]]:
    """Names that one change tells of, on one side or on both: they are two."""
    return [
        pair
        for row in ask(store, "changes/list")
        if isinstance(row["before"], tuple) and isinstance(row["after"], tuple)
        for pair in combinations(sorted({*row["before"], *row["after"]}), 2)
    ]
