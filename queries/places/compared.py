"""What became of all places between two days, with sums in which every place of either day is counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, TypedDict

from graph.errors import UsageError
from graph.stores.protocol import Store
from queries.ask import ask
from queries.existence import Existence, existed
from queries.header import Ids
from queries.places.standing import names_on
from queries.rows import ComparedPlaceRow, PlaceRow


class StandingRow(PlaceRow):
    """A period of a place that stood on a day, or of which it is not told whether it did."""

    existed: Existence


class ComparedSums(TypedDict):
    """How many places: `before` are `vanished`, `left` and `kept`; `after` are `new`, `came` and `kept`."""

    before: Annotated[int, "Places of the earlier day."]
    vanished: Annotated[int, "Of these, those that no longer stand."]
    left: Annotated[int, "Of these, those that then lie elsewhere."]
    kept: Annotated[int, "Places of both days."]
    renamed: Annotated[int, "Of places of either day, those under another name."]
    moved: Annotated[int, "Of places of either day, those below another place."]
    recoded: Annotated[int, "Of places of either day, those with another code."]
    new: Annotated[int, "Places of the later day that did not stand before."]
    came: Annotated[int, "Places of the later day that lay elsewhere before."]
    after: Annotated[int, "Places of the later day."]


@dataclass(frozen=True, slots=True)
class Compared:
    """All places of either of two days (ISO), a row for each change of one; `what` is same where none is."""

    first: str
    last: str
    rows: Sequence[ComparedPlaceRow]


def places_on(store: Store, day: str, within: Ids = ()) -> list[StandingRow]:
    """The periods of places that stood on a day (ISO), or may have, by the place above and name; `existed` says which.

    What is only proposed never stood.
    """
    rows = ask(store, "places/alive_at", on_day=day, within=_all_periods(store, within))
    above = names_on(store, (row["above_id"] for row in rows if row["above_id"]), day)
    return [
        {**row, "place": above.get(row["above_id"], row["place"]), "existed": state}
        for row in rows
        if row["since_status"] != "proposed" and (state := existed(row, day)[0]) != "did not exist"
    ]


def compared(store: Store, first: str, last: str, within: Ids = ()) -> Compared:
    """What became of all places between two days (ISO), of those inside some places (by id) where any are given.

    A change counts from the last day on which it may have happened, one without any day is left out. Raises UsageError
    where the second day lies before the first.
    """
    if last < first:
        raise UsageError("parameter.turned", parameter="between", typed=f"{first}..{last}")
    inside = _all_periods(store, within)
    rows = ask(store, "places/between", first=first, last=last, within=inside)
    before = names_on(store, (row["old_above_id"] for row in rows if row["old_above_id"]), first)
    after = names_on(store, (row["above_id"] for row in rows if row["above_id"]), last)
    return Compared(first, last, [_as_called(row, before, after) for row in rows])


def _as_called(row: ComparedPlaceRow, before: Mapping[str, str], after: Mapping[str, str]) -> ComparedPlaceRow:
    """A row with the places above it as they are called on each of its days."""
    named = before if row["what"] == "vanished" else after
    return {
        **row,
        "place": named.get(row["above_id"], row["place"]),
        "old_place": before.get(row["old_above_id"], row["old_place"]),
    }


def _all_periods(store: Store, places: Ids) -> Ids:
    """All periods of some places: what lies in a town lies in it whatever it is called."""
    return tuple(row["place_id"] for row in ask(store, "places/lasting", places=places)) if places else ()


def changed(rows: Sequence[ComparedPlaceRow]) -> list[ComparedPlaceRow]:
    """The rows of places that changed."""
    return [row for row in rows if row["what"] != "same"]


def sums(rows: Sequence[ComparedPlaceRow]) -> ComparedSums:
    """The sums of all rows of `compared`."""
    places = {row["lasting_id"]: row for row in rows}.values()
    told = [row["what"] for row in rows]
    both = [row for row in places if row["before"] and row["after"]]
    return {
        "before": sum(row["before"] for row in places),
        "vanished": told.count("vanished"),
        "left": sum(row["before"] and not row["after"] and row["what"] != "vanished" for row in places),
        "kept": len(both),
        "renamed": told.count("renamed"),
        "moved": told.count("moved"),
        "recoded": told.count("recoded"),
        "new": told.count("new"),
        "came": sum(row["after"] and not row["before"] and row["what"] != "new" for row in places),
        "after": sum(row["after"] for row in places),
    }
