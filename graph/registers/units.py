"""The rows of unit tables by code: whether a unit existed before a day and after it, and under which name."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from graph.statements import UnitStatement

LAST = "9999-12-31"


@dataclass(frozen=True, slots=True)
class UnitSpell:
    """A row with its passage; `until` is the first day on which the unit is gone, LAST where none is told."""

    said: UnitStatement
    passage: str

    @property
    def since(self) -> str:
        """The first day, "" open."""
        return self.said.valid_from

    @property
    def until(self) -> str:
        """The first day on which it is gone."""
        return self.said.valid_to or LAST


class UnitSpells:
    """The rows of unit tables of one scheme, by code and day."""

    def __init__(self, rows: Iterable[UnitSpell]) -> None:
        self._rows: defaultdict[str, list[UnitSpell]] = defaultdict(list)
        for row in sorted(
            rows, key=lambda row: (row.since, row.until, row.said.name, row.said.level, row.said.parent, row.passage)
        ):
            self._rows[row.said.code].append(row)

    def codes(self) -> list[str]:
        """All codes, sorted."""
        return sorted(self._rows)

    def of(self, code: str) -> list[UnitSpell]:
        """The rows of a code in order of time; none where the tables do not know it."""
        return self._rows.get(code, [])

    def before(self, code: str, day: str) -> UnitSpell | None:
        """The row that stood before a day."""
        return next((row for row in self.of(code) if row.since < day <= row.until), None)

    def after(self, code: str, day: str) -> UnitSpell | None:
        """The row that stands from a day on. A register may let the old and the new unit stand on the day of a change,
        and the new one begin on the next: who ends on the day or on the next does not stand after it.
        """
        next_day = following(day)
        return next((row for row in self.of(code) if row.since <= next_day < row.until), None)

    def at(self, code: str, day: str) -> UnitSpell | None:
        """The row on a day, the last that had begun."""
        rows = self.of(code)
        index = bisect_right([row.since for row in rows], day) - 1
        return rows[index] if index >= 0 else None


def following(day: str) -> str:
    """The day after an ISO day."""
    return day if day >= LAST else (date.fromisoformat(day) + timedelta(days=1)).isoformat()
