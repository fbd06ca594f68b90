"""Registers of a few rows, and their steps as a store would give them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.registers.model import UnitRegister
from graph.registers.register import register_of
from graph.statements import LegStatement, RegisterParty, Source, UnitStatement
from queries.periods.between import standing_among
from queries.periods.links import Way
from queries.periods.trace import trace
from queries.rows import PeriodLinkRow, PeriodRow

Row = Mapping[str, str]
HERE = Source(1, 1, 0, 1, "x")


def rows(words: str) -> list[Row]:
    """Rows of events: `2010-01-01 merge 11:上村 21:大村`, a line each; `-` is no unit."""
    found: list[Row] = []
    for line in words.strip().splitlines():
        date, kind, old, new = line.split()
        sides: dict[str, str] = {}
        for side, unit in (("old", old), ("new", new)):
            code, _, name = unit.strip("-").partition(":")
            sides |= {f"{side}_id": code, f"{side}_name": name or code}
        found.append({"date": date, "kind": kind, **sides})
    return found


def register(events: Iterable[Row], units: Iterable[Row] = ()) -> UnitRegister:
    """The register of rows as `csv.DictReader` gives them."""
    legs = [(_leg(row), f"e{number}") for number, row in enumerate(events)]
    known = [
        (UnitStatement("S", row["id"], row["name"], "", "", row["valid_from"], row["valid_to"], HERE), f"u{number}")
        for number, row in enumerate(units)
    ]
    return register_of("S", legs, known)


def _leg(row: Row) -> LegStatement:
    on = row["date"]
    first, last = (on, on) if len(on) == len("2010-01-01") else (f"{on}-01-01", f"{on}-12-31")
    old, new = (RegisterParty(row[f"{side}_id"], row[f"{side}_name"]) for side in ("old", "new"))
    return LegStatement("S", old, new, row["kind"], on, first, last, HERE)


class RegisterLinks:
    """The steps of a register that stands in no store."""

    def __init__(self, told: UnitRegister) -> None:
        self._after: defaultdict[str, list[PeriodLinkRow]] = defaultdict(list)
        self._before: defaultdict[str, list[PeriodLinkRow]] = defaultdict(list)
        for event in told.events:
            for link in event.links:
                row: PeriodLinkRow = {
                    "old_id": link.old,
                    "new_id": link.new,
                    "change_id": event.id,
                    "kind": event.kind,
                    "stated_on": "",
                    "earliest": event.moment.earliest,
                    "latest": event.moment.latest,
                    "status": "done",
                    "old_role": "",
                    "new_role": "",
                    "share": link.share,
                    "part": link.part,
                    "exact": True,
                    "restores": link.restores,
                    "old_passages": (),
                    "new_passages": (),
                }
                self._after[link.old].append(row)
                self._before[link.new].append(row)
        self.restored = frozenset(link.restores for event in told.events for link in event.links if link.restores)
        self._periods: dict[str, PeriodRow] = {
            one.id: {
                "place_id": one.id,
                "name": one.name,
                "level": one.level,
                "code": one.code,
                "scheme": "S",
                "lasting_id": one.lasting_id,
                "valid_from": one.valid_from,
                "valid_to": one.valid_to,
            }
            for one in told.periods.values()
        }
        self.bearing: defaultdict[str, list[str]] = defaultdict(list)
        for one, period in self._periods.items():
            self.bearing[period["code"]].append(one)

    def fetch(self, way: Way, periods: Iterable[str]) -> None:
        """All is there."""

    def of(self, way: Way, period: str) -> Sequence[PeriodLinkRow]:
        """The steps from a period one way."""
        return (self._after if way == "after" else self._before)[period]

    def periods(self, ids: Iterable[str]) -> Mapping[str, PeriodRow]:
        """All periods."""
        del ids
        return self._periods


def codes(links: RegisterLinks, code: str, first: str, last: str, *, parts: bool = False) -> list[str]:
    """The codes that on one day hold what a code held on another."""
    found = {
        links.periods(())[one.period]["code"]
        for start in standing_among(links, links.bearing[code], first)
        for one in trace(links, start["place_id"], first, last, parts=parts)
    }
    return sorted(found)
