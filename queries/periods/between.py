"""Which places of one day are which of another: the rows of `lineage` between two days, and what became of each."""

from collections.abc import Iterable, Sequence
from typing import Literal

from graph.stores.protocol import Store
from queries.ask import ask
from queries.citations import citation
from queries.header import Ids
from queries.lineage import LineageRow
from queries.periods.links import PeriodLinks, StoredLinks
from queries.periods.on_land import StoredLand, trace_on_land
from queries.periods.trace import Trace
from queries.places.standing import has_ended, stands
from queries.rows import PeriodLinkRow, PeriodRow

How = Literal["same", "renamed", "recoded", "merged", "restored", "divided", "part"]
"""What became of a place: it is the same, under another name or code, went into another that goes on or is new, was set
up again, is in several, or only a part of it is there.
"""


class BetweenRow(LineageRow):
    """A place that stands on a day and shares land with one of another day: `from_…` is that one, `code` and `to_code`
    are its own code, `how` what became of the other.
    """

    from_name: str
    how: How


def between(
    store: Store, places: Ids, *, as_of: str, at: str, parts: bool = False, links: PeriodLinks | None = None
) -> list[BetweenRow]:
    """The places that stand on the day `at` (ISO) and share land with those among `places` (periods by id) that stand
    on the day `as_of`, by code and name; later or earlier ones. None where nothing is told of what became of it.

    With `parts` also those that only a part joins. `links` are asked instead of the store. Raises StoreError.
    """
    known = links or StoredLinks(store)
    rows = []
    for start in standing_among(known, places, as_of):
        reached = trace_on_land(known, StoredLand(store, known).of, start["place_id"], as_of, at, parts=parts)
        periods = known.periods(one.period for one in reached)
        way: Literal["after", "before"] = "after" if at >= as_of else "before"
        several = way == "after" and len([one for one in reached if one.share != "part"]) > 1
        rows += [_row(start, one, periods[one.period], way, several=several) for one in reached]
    return _cited(store, sorted(rows, key=lambda row: (row["start_id"], row["to_code"], row["name"], row["place_id"])))


def standing_among(links: PeriodLinks, places: Iterable[str], day: str) -> list[PeriodRow]:
    """Those of some periods (by id) that stand on a day. Where none surely does, those that a change began in the month
    or year of the day, whose own day is not told.
    """
    ids = tuple(dict.fromkeys(places))
    periods = links.periods(ids)
    rows = [periods[one] for one in ids if one in periods]
    found = [row for row in rows if stands(row, day)]
    if found:
        return found
    links.fetch("before", ids)
    return [
        row
        for row in rows
        if not has_ended(row, day) and any(step["earliest"] <= day for step in links.of("before", row["place_id"]))
    ]


def _row(
    start: PeriodRow, one: Trace, period: PeriodRow, way: Literal["after", "before"], *, several: bool
) -> BetweenRow:
    last = one.steps[-1] if one.steps else None
    return {
        "place_id": period["place_id"],
        "name": period["name"],
        "level": period["level"],
        "since": period["valid_from"],
        "until": period["valid_to"],
        "depth": len(one.steps),
        "direction": way if one.steps else "self",
        "change_id": last["change_id"] if last else "",
        "kind": last["kind"] if last else "",
        "role": (last["new_role"] if way == "after" else last["old_role"]) if last else "",
        "share": one.share,
        "stated_on": last["stated_on"] if last else "",
        "sources": tuple(dict.fromkeys(passage for step in one.steps for passage in told_by(step))),
        "part": last["part"] if last else "",
        "status": last["status"] if last else "",
        "place": "",
        "lasting_id": period["lasting_id"],
        "start_id": start["place_id"],
        "existed": "existed",
        "note": ("lineage.unknown_share",) if one.share == "unknown" else (),
        "note_values": {},
        "from_id": start["place_id"],
        "from_code": start["code"],
        "from_name": start["name"],
        "code": period["code"],
        "to_code": period["code"],
        "how": how_of(start, one, period, several=several),
    }


def told_by(step: PeriodLinkRow) -> list[str]:
    """What tells of a step: what tells of both of its ends; where nothing does, what tells of the one after."""
    both = [one for one in step["new_passages"] if one in step["old_passages"]]
    return both or list(step["new_passages"])


def how_of(start: PeriodRow, one: Trace, period: PeriodRow, *, several: bool) -> How:
    """What became of a place on its way to a period; `several` tells that it is in more than one."""
    if one.share == "part":
        return "part"
    if several:
        return "divided"
    if any(step["restores"] for step in one.steps):
        return "restored"
    if start["lasting_id"] != period["lasting_id"]:
        return "merged"
    if start["code"] != period["code"]:
        return "recoded"
    return "same" if start["name"] == period["name"] else "renamed"


def _cited(store: Store, rows: Sequence[BetweenRow]) -> list[BetweenRow]:
    """The rows with the places of their passages in files."""
    wanted = sorted({passage for row in rows for passage in row["sources"]})
    told = ask(store, "sources/of_passages", passages=wanted) if wanted else []
    places = {row["passage_id"]: citation(row) for row in told}
    return [{**row, "sources": tuple(places[one] for one in row["sources"] if one in places)} for row in rows]
