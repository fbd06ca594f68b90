"""Spellings in a store that may name one thing, each pair with the rule that proposes it; nothing is joined by them."""

from itertools import combinations
from typing import TypedDict

from graph.decisions.decisions import DecisionKind, Decisions
from graph.decisions.proposals import Known, proposals, with_likely
from graph.stores.protocol import Store
from graph.words.levels import VILLAGES
from queries.ask import ask
from queries.header import Ids
from queries.ways import ways_to


class ProposalRow(TypedDict):
    """Two spellings that may name one thing; nothing is joined by a proposal."""

    name: str
    other: str
    place: str
    kind: str
    grade: str
    rule: str
    id: str
    other_id: str
    scope: str


def proposed(store: Store, decisions: Decisions, within: Ids = ()) -> list[ProposalRow]:
    """A row a pair of names in one place that may be one, by kind, place and name.

    Of the columns (`ProposalRow`) kind is unit or place, grade likely or doubtful. Units and villages of papers that
    name no place are compared with none.
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


def with_all_likely(store: Store, decisions: Decisions, within: Ids = ()) -> Decisions:
    """The decisions with all likely spellings of a store (of a place in it) accepted."""
    return with_likely(decisions, proposals(_known(store, within), decisions, _of_one_change(store)))


def _known(store: Store, within: Ids) -> dict[Known, str]:
    """The names that are compared, with the ids of what bears them."""
    units = ask(store, "units/list", within=within, kind="body")
    places = ask(store, "places/list", within=within)
    ways = ways_to(store, (*(unit["place_id"] for unit in units), *(row["above_id"] for row in places)))
    ids: dict[Known, str] = {}
    for unit in units:
        if unit["place_id"]:
            ids[Known("unit", ways[unit["place_id"]], unit["name"])] = unit["unit_id"]
    for row in places:
        if row["level"] not in VILLAGES or row["above_id"]:
            ids[Known("place", ways.get(row["above_id"], ""), row["name"])] = row["place_id"]
    return ids


def _named(kind: DecisionKind, place: str, name: str) -> Known:
    """What a name of a proposal means, which may be a way from a larger place (大英县/蓬莱镇)."""
    above, _, own = name.rpartition("/")
    return Known(kind, above or place, own)


def _of_one_change(store: Store) -> list[tuple[str, str]]:
    """Names that one change tells of, on one side or on both: they are two."""
    return [
        pair for row in ask(store, "changes/list") for pair in combinations(sorted({*row["before"], *row["after"]}), 2)
    ]
