"""Places of a few rows of registers or sentences of papers, as a store would tell them."""

from collections.abc import Iterable, Mapping, Sequence

from graph.derive.build import build
from graph.facts import Facts
from graph.statements import (
    HeadStatement,
    LegStatement,
    PlanDocument,
    RegisterParty,
    RegisterStatement,
    Source,
    UnitStatement,
)
from queries.conversion.all_places import AllPlaces, PlaceTables
from queries.conversion.convert import Conversion, Converted, convert
from queries.conversion.finding import PlaceCell
from queries.rows import PeriodAfterRow, PeriodBeforeRow, PeriodChangeRow, PeriodRow

EARLY, LATE = "2000-01-01", "2020-01-01"
Row = Mapping[str, str]


def register_facts(events: Iterable[Row], units: Iterable[Row] = ()) -> Facts:
    """The facts of a register of these rows, as `csv.DictReader` gives them."""
    legs = tuple(_leg(number, row) for number, row in enumerate(events, start=2))
    known = tuple(_unit(number, row) for number, row in enumerate(units, start=100_000))
    head = Source(1, 1, 0, 1, "x")
    document = PlanDocument(
        path="s.csv",
        sha256="0" * 64,
        format="csv",
        head=HeadStatement("s.csv", "", "", "", None, head, ("title",)),
        registers=(RegisterStatement("events", "S", head),),
        legs=legs,
        units=known,
    )
    return build([document])


def known_of(facts: Facts) -> AllPlaces:
    """The places of facts, without a store."""
    nodes: dict[str, list[Mapping[str, object]]] = {"Place": [], "ChangeEvent": []}
    for node in facts.nodes:
        if node.label in nodes:
            nodes[node.label].append(node.properties)
    before: list[PeriodBeforeRow] = []
    after: list[PeriodAfterRow] = []
    homes: dict[str, str] = {}
    for edge in facts.edges:
        own = edge.properties
        if edge.type == "PART_OF":
            homes[edge.start[1]] = edge.end[1]
        if edge.type == "CHANGED_BY":
            before.append(
                {
                    "change_id": edge.end[1],
                    "old_id": edge.start[1],
                    "old_role": str(own["role"]),
                    "share": str(own["share"]),
                    "part": str(own["part"]),
                    "into": _texts(own["into"]),
                    "into_part": _texts(own["into_part"]),
                    "passages": _texts(own["sources"]),
                }
            )
        if edge.type == "RESULTED_IN":
            after.append(
                {
                    "change_id": edge.start[1],
                    "new_id": edge.end[1],
                    "new_role": str(own["role"]),
                    "restores": str(own["restores"]),
                    "passages": _texts(own["sources"]),
                }
            )
    lands = {str(row["id"]): _texts(row["land"]) for row in nodes["Place"] if row["land"]}
    periods = [_period(row) for row in nodes["Place"]]
    changes = [_change(row) for row in nodes["ChangeEvent"]]
    order = sorted(periods, key=lambda row: (row["code"], row["name"], row["valid_from"], row["place_id"]))
    return AllPlaces(PlaceTables(order, homes, changes, before, after, lands))


def told(known: AllPlaces, cells: Sequence[str | PlaceCell], asked: Conversion) -> list[Converted]:
    """What becomes of cells, given by their words alone where nothing stands above."""
    return convert(known, [PlaceCell(one) if isinstance(one, str) else one for one in cells], asked)


def became(known: AllPlaces, row: Converted) -> list[str]:
    """What became of a cell, each place as `code name: how, share`."""
    if row.found.why:
        return [row.found.why]
    found = []
    for one in row.arrivals:
        period = known.all[one.period] if one.period else None
        name = f"{period['code']} {period['name']}: ".lstrip() if period else ""
        found.append(f"{name}{one.how}" + (f", {one.share}" if one.share not in {"", "whole"} else ""))
    return found


def _leg(number: int, row: Row) -> LegStatement:
    on = row["date"]
    first, last = (on, on) if len(on) == len("2010-01-01") else (f"{on}-01-01", f"{on}-12-31")
    old, new = (
        RegisterParty(row[f"{side}_id"], row[f"{side}_name"], "", row.get(f"{side}_parent", ""))
        for side in ("old", "new")
    )
    return LegStatement("S", old, new, row["kind"], on, first, last, _place(number))


def _unit(number: int, row: Row) -> UnitStatement:
    own = row["id"], row["name"], "", row.get("parent_id", ""), row["valid_from"], row["valid_to"]
    return UnitStatement("S", *own, _place(number))


def _place(number: int) -> Source:
    return Source(number, number, number, number + 1, "x", table=1, row=number)


def _texts(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _period(row: Mapping[str, object]) -> PeriodRow:
    def of(name: str) -> str:
        return str(row[name])

    return {
        "place_id": of("id"),
        "name": of("name"),
        "level": of("level"),
        "code": of("code"),
        "scheme": of("scheme"),
        "lasting_id": of("lasting_id"),
        "valid_from": of("valid_from"),
        "valid_to": of("valid_to"),
    }


def _change(row: Mapping[str, object]) -> PeriodChangeRow:
    def of(name: str) -> str:
        return str(row[name])

    return {
        "change_id": of("id"),
        "kind": of("kind"),
        "stated_on": of("stated_on"),
        "earliest": of("earliest"),
        "latest": of("latest"),
        "status": of("status"),
    }
