"""All that a place was ever called: its names and codes, the places above it and its levels, each with its time."""

from collections.abc import Sequence
from typing import TypedDict

from graph.stores.protocol import Store
from queries.ask import ask
from queries.header import Ids
from queries.rows import PlaceRow


class NameRow(TypedDict):
    """What a place was called for a time: `since` and `until` as places/list has them, `place_id` its last period of
    that time.
    """

    name: str
    code: str
    scheme: str
    level: str
    place: str
    since: str
    until: str
    place_id: str
    lasting_id: str


def names(store: Store, places: Ids) -> list[NameRow]:
    """The names of the places to which some periods (by id) belong, in order of time; periods that follow on each
    other under one name are one row. Raises StoreError where the store fails.
    """
    rows = ask(store, "places/lasting", places=places) if places else []
    found: list[NameRow] = []
    for row in sorted(rows, key=_order):
        last = found[-1] if found else None
        if last and last["lasting_id"] == row["lasting_id"] and _goes_on(last, row):
            last["until"], last["place_id"] = row["until"], row["place_id"]
        else:
            found.append(_named(row))
    return found


def _order(row: PlaceRow) -> tuple[str, str, str, str]:
    """By place and time: a period without a beginning is the first."""
    begun = row["since_latest"] or ("9999" if row["since"] else "")
    return row["lasting_id"], begun, row["until_latest"] or "9999", row["place_id"]


def _goes_on(last: NameRow, row: PlaceRow) -> bool:
    """Whether a period follows on what was told before it, and is called the same."""
    return last["until"] == row["since"] and _called(last) == _called(row)


def _called(row: NameRow | PlaceRow) -> Sequence[str]:
    return row["name"], row["code"], row["scheme"], row["level"], row["place"]


def _named(row: PlaceRow) -> NameRow:
    return {
        "name": row["name"],
        "code": row["code"],
        "scheme": row["scheme"],
        "level": row["level"],
        "place": row["place"],
        "since": row["since"],
        "until": row["until"],
        "place_id": row["place_id"],
        "lasting_id": row["lasting_id"],
    }
