"""Which periods of places stand on a day, and what a place is called on it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.stores.protocol import Store
from queries.ask import ask
from queries.rows import PeriodRow


def stands(row: PeriodRow, day: str) -> bool:
    """Whether a period stands on a day (ISO): it begins on its first day, and on its last it is gone."""
    return has_begun(row, day) and not has_ended(row, day)


def has_begun(row: PeriodRow, day: str) -> bool:
    """Whether a period began by a day (ISO), or nothing began it."""
    return not row["valid_from"] or row["valid_from"] <= day


def has_ended(row: PeriodRow, day: str) -> bool:
    """Whether a period is gone on a day (ISO)."""
    return bool(row["valid_to"]) and row["valid_to"] <= day


def names_on(store: Store, periods: Iterable[str], day: str) -> Mapping[str, str]:
    """What the places of periods (by id) are called on a day (ISO): each as in its period that stands then, as in the
    given one where none does. Raises StoreError.
    """
    wanted = tuple(sorted(set(periods)))
    rows = ask(store, "places/spells", places=wanted) if wanted else []
    spells: defaultdict[str, list[PeriodRow]] = defaultdict(list)
    for row in rows:
        spells[row["lasting_id"]].append(row)
    given = {row["place_id"]: row for row in rows if row["place_id"] in set(wanted)}
    found = {}
    for period, own in given.items():
        there = own if stands(own, day) else next((one for one in spells[own["lasting_id"]] if stands(one, day)), own)
        found[period] = there["name"]
    return found
