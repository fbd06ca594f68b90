"""Which units of a register are which on another day, in plain Python from the rows of its CSV files alone.

What it takes the rows to mean, on which the answers of the program are compared:

1. A row says that the land of `old` is in `new` from its date on. A date of a year or month counts from its last day.
2. Rows of one date are read at once, against the units as they were before. What goes into a unit that becomes another
   on the same date, and is gone after it, goes on with that unit.
3. `transfer`, `split_off` and `area_transfer` give a part, `restore` gives a unit its land back: the giver goes on. So
   does a unit that the unit table shows after the date and into which nothing else goes. Every other row ends `old`.
4. A unit that is restored (also one that is set up alone, under the name of one that had gone into the giver) takes
   what it had brought in, and nothing else; what others brought in stays.
5. Parts count only where they are asked for; what was reached over a part is a part.
6. The units before are those whose units after hold the one that is asked for.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

PARTS = frozenset({"transfer", "split_off", "area_transfer"})
GIVING = PARTS | {"restore"}
JOINING = frozenset({"absorb", "absorb_text", "associate", "dissolve", "transfer", "area_transfer"})
SAME = frozenset(
    {"rename", "recode", "convert", "status_change", "reparent", "parent_rename", "absorb_continue", "merge_continue"}
    | {"new_commune_seat", "split_continue", "area_change"}
)
Row = Mapping[str, str]
Piece = tuple[str, frozenset[tuple[str, str, str]]]
"""Land: the unit that holds it, and the units (code, name, day on which it left) that it has left."""


def read(path: Path) -> list[Row]:
    """The rows of a CSV file; none where there is no file."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _last_day(words: str) -> str:
    return words + {4: "-12-31", 7: "-28", 10: "", 0: ""}[len(words)]


def _spells(units: Iterable[Row]) -> dict[str, list[tuple[str, str]]]:
    """First day and first day gone of every unit, by code."""
    found = defaultdict(list)
    for unit in units:
        since = _last_day(unit.get("valid_from") or unit.get("valid_from_year") or "")
        until = _last_day(
            unit.get("valid_to") or unit.get("valid_to_exclusive") or unit.get("valid_to_year_exclusive") or ""
        )
        if last := unit.get("valid_to_inclusive"):
            until = _next(last)
        found[unit["id"]].append((since, until or "9999-12-31"))
    return found


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


@dataclass
class Day:
    """The rows of one date, by both of their units."""

    out: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    into: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))


class Closure:
    """A register by its rows. `units` may be empty: then later rows tell whether a unit stands after a day."""

    def __init__(self, events: Iterable[Row], units: Iterable[Row]) -> None:
        self.spells = _spells(units)
        self.days: dict[str, Day] = defaultdict(Day)
        for row in events:
            day = self.days[_last_day(row["date"])]
            old, new = _code(row, "old"), _code(row, "new")
            if old:
                day.out[old].append(row)
            if new:
                day.into[new].append(row)
        self.order = sorted(self.days)
        self.mentions: dict[str, list[str]] = defaultdict(list)
        for then in self.order:
            for code in {*self.days[then].out, *self.days[then].into}:
                self.mentions[code].append(then)
        self.brought = self._brought()

    def after(self, code: str, first: str, last: str, *, parts: bool) -> set[str]:
        """The units on the day `last` that hold land which a unit had on the day `first`."""
        pieces: dict[Piece, bool] = {(code, frozenset()): False}
        inside = self.brought_by(code, first)
        for day in self.order:
            if first < day <= last:
                moved: dict[Piece, bool] = {}
                for piece, is_part in pieces.items():
                    for where, part in self._moved(piece, day, inside):
                        if (parts or not part) and moved.get(where) is not False:
                            moved[where] = is_part or part
                pieces = moved
        return {where for where, _ in pieces if self._there(where, last)}

    def _there(self, code: str, day: str) -> bool:
        """Whether the unit table, where it knows a unit, shows it on a day."""
        spells = self.spells.get(code)
        return not spells or any(since <= _next(day) and day < until for since, until in spells)

    def _moved(self, piece: Piece, day: str, inside: frozenset[tuple[str, str, str]]) -> list[tuple[Piece, bool]]:
        """Where a piece of land is after a day, and whether only a part of it is there."""
        code, left = piece
        rows = self.days[day].out.get(code, [])
        if not rows:
            return [(piece, False)]
        found: list[tuple[Piece, bool]] = []
        back = [unit for row in rows if (unit := self._restored(row, day))]
        gone = any(unit in left for unit in back)
        for row in rows:
            new, part = _code(row, "new"), row["kind"] in PARTS and _code(row, "new") != code
            if not new or new == code:
                continue
            unit = self._restored(row, day)
            if unit and unit not in left and unit not in inside:
                continue
            if not unit and gone:
                continue
            on = (new, left | {(code, row["old_name"], day)})
            if self._passes(new, day):
                found += [(where, part or more) for where, more in self._moved(on, day, inside)]
            else:
                found.append((on, part))
        if self._goes_on(code, day) and not gone:
            found.append((piece, False))
        return found

    def stands(self, code: str, day: str) -> bool:
        """Whether a unit of this code stands after a day that speaks of it as one before."""
        here = self.days[day]
        rows = here.out.get(code, [])
        if not rows:
            return True
        if code in self.spells:
            return any(since <= _next(day) < until for since, until in self.spells[code])
        if self._only_gives(code, day):
            return True
        later = [other for other in self.mentions[code] if other > day]
        others = [row for row in here.into.get(code, []) if _code(row, "old") != code]
        if later:
            then = self.days[later[0]]
            return code in then.out or any(row["kind"] in JOINING for row in then.into[code])
        if not others or all(row["kind"] in JOINING for row in others):
            return False
        names = {row["old_name"] for row in rows}
        return not all(row["new_name"] in names for row in others) or self._circle(code, day)

    def _circle(self, code: str, day: str) -> bool:
        seen, pending = set(), [code]
        while pending:
            for row in self.days[day].out.get(pending.pop(), []):
                new = _code(row, "new")
                if new == code:
                    return True
                if new not in seen:
                    seen.add(new)
                    pending.append(new)
        return False

    def _only_gives(self, code: str, day: str) -> bool:
        rows = self.days[day].out.get(code, [])
        return all(row["kind"] in GIVING for row in rows) or any(_code(row, "new") == code for row in rows)

    def _goes_on(self, code: str, day: str) -> bool:
        """Whether a unit is the same before and after a day that speaks of it as one before."""
        others = [row for row in self.days[day].into.get(code, []) if _code(row, "old") != code]
        return self.stands(code, day) and (self._only_gives(code, day) or not others)

    def _passes(self, code: str, day: str) -> bool:
        """Whether a unit takes others in and is gone after the day."""
        return code in self.days[day].out and not self.stands(code, day)

    def _brought(self) -> dict[tuple[str, str], frozenset[tuple[str, str, str]]]:
        """By code and day on which it changed: the units that had gone into it whole until then."""
        found: dict[tuple[str, str], frozenset[tuple[str, str, str]]] = {}
        now: dict[str, frozenset[tuple[str, str, str]]] = defaultdict(frozenset)
        self.brought = found
        for day in self.order:
            here = self.days[day]
            for code in {*here.out, *here.into}:
                found[code, day] = now[code]
            after: dict[str, frozenset[tuple[str, str, str]]] = {}
            for code in here.into:
                after[code] = self._taken_in(code, day, now)
            for code in here.out:
                if code not in here.into:
                    after[code] = now[code] if self.stands(code, day) else frozenset()
            now.update(after)
        self._last = dict(now)
        return found

    def _taken_in(
        self, code: str, day: str, now: Mapping[str, frozenset[tuple[str, str, str]]], through: tuple[str, ...] = ()
    ) -> frozenset[tuple[str, str, str]]:
        own = now[code] if code not in self.days[day].out or self._goes_on(code, day) or through else frozenset()
        found = set(own)
        for row in self.days[day].into.get(code, []):
            old = _code(row, "old")
            if old and row["kind"] not in PARTS and old not in through:
                if unit := self._restored(row, day):
                    found |= {unit, *self.brought[unit[0], unit[2]]}
                    continue
                inner = now[old]
                if self._passes(old, day) and self.days[day].into.get(old):
                    inner = self._taken_in(old, day, now, (*through, code))
                found |= inner
                if old != code and row["kind"] not in SAME:
                    found.add((old, row["old_name"], day))
        return frozenset(found)

    def brought_by(self, code: str, day: str) -> frozenset[tuple[str, str, str]]:
        """The units that had gone into one by a day, other than itself under another code or name."""
        later = next((other for other in self.mentions[code] if other > day), None)
        return self.brought[code, later] if later else self._last.get(code, frozenset())

    def _restored(self, row: Row, day: str) -> tuple[str, str, str] | None:
        """The unit, as it went in, that a row sets up again."""
        old, new = _code(row, "old"), _code(row, "new")
        here = self.days[day]
        alone = len({_code(one, "old") for one in here.into[new]}) == 1 and not (
            new not in here.out and self.stood(new, day)
        )
        if not new or old == new or row["kind"] in SAME or not alone:
            return None
        held = [
            unit
            for unit in self.brought[old, day]
            if unit[1] == row["new_name"] or (row["kind"] == "restore" and unit[0] == new)
        ]
        return max(held, key=lambda unit: (unit[0] == new, unit[2], unit), default=None)

    def stood(self, code: str, day: str) -> bool:
        """Whether a unit that a day speaks of as one after stood before it."""
        if code in self.spells:
            return any(since < day <= until for since, until in self.spells[code])
        earlier = [other for other in self.mentions[code] if other < day]
        if earlier:
            return self.stands(code, earlier[-1])
        return any(row["kind"] in JOINING for row in self.days[day].into[code])


def _code(row: Row, side: str) -> str:
    return row[f"{side}_id"] or (row[f"{side}_name"] and "~" + row[f"{side}_name"])


def standing(closure: Closure, day: str) -> list[str]:
    """The codes of the unit table that stand on a day, or without one those of the rows that surely do."""
    if closure.spells:
        return sorted(
            code for code, spells in closure.spells.items() if any(since <= day < until for since, until in spells)
        )
    return sorted(code for code in closure.mentions if _surely(closure, code, day))


def _surely(closure: Closure, code: str, day: str) -> bool:
    earlier = [other for other in closure.mentions[code] if other <= day]
    if earlier:
        return closure.stands(code, earlier[-1])
    first = closure.mentions[code][0]
    return closure.stood(code, first) or code in closure.days[first].out
