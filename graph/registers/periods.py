"""The periods of every code while a register is told, and what unit tables alone say of where they begin and end."""

from collections import Counter, defaultdict

from graph.ids import digest
from graph.registers.model import ChangeMoment, Link, UnitPeriod
from graph.registers.units import LAST, UnitSpell, UnitSpells, following
from graph.statements import RegisterParty


class PeriodBook:
    """All periods by id, those that are open by code, and the links that unit tables alone tell.

    `told` are the periods of a code in order of time.
    """

    def __init__(self, scheme: str, units: UnitSpells) -> None:
        self.scheme = scheme
        self.units = units
        self.periods: dict[str, UnitPeriod] = {}
        self.open: dict[str, UnitPeriod] = {}
        self.told: defaultdict[str, list[UnitPeriod]] = defaultdict(list)
        self.by_rows: dict[ChangeMoment, list[Link]] = {}
        self._numbers: Counter[tuple[str, str]] = Counter()
        self._begun: Counter[str] = Counter()
        self._ended: Counter[str] = Counter()

    def begin(self, code: str, day: str, party: RegisterParty) -> UnitPeriod:
        """Begin a period of a code on a day, "" where that is not known."""
        number = self._numbers[code, day]
        self._numbers[code, day] += 1
        identity = digest("register", self.scheme, code, day or "first", *([number] if number else []))
        row = self.units.at(code, following(day) if day else day)
        name = party.name or (row.said.name if row else "") or (self.told[code][-1].name if self.told[code] else code)
        stands = row if row and day < row.until else None
        level = party.level or (stands.said.level if stands else "")
        parent = party.parent or (stands.said.parent if stands else "")
        period = UnitPeriod(identity, party.code, name, identity, level, parent, day)
        self.periods[identity] = self.open[code] = period
        self.told[code].append(period)
        return period

    def end(self, period: UnitPeriod, day: str) -> None:
        """End a period on a day."""
        period.valid_to = day
        for code in [code for code in (period.code, "~" + period.name) if self.open.get(code) is period]:
            del self.open[code]

    def settle_all(self) -> None:
        """Tell what the unit tables say of all codes to their end."""
        for code in self.units.codes():
            self.settle(code, LAST)

    def settle(self, code: str, day: str) -> None:
        """Tell what the unit tables say of a code before a day, where no change does: rows that begin and end."""
        rows = self.units.of(code)
        while self._ended[code] < len(rows) and (row := rows[self._ended[code]]).since < day:
            if self._begun[code] == self._ended[code]:
                self._begun[code] += 1
                self._begin_row(code, row)
            if row.until >= day:
                return
            self._ended[code] += 1
            follower = rows[self._ended[code]] if self._ended[code] < len(rows) else None
            period = self.open.get(code)
            adjacent = follower is not None and follower.since <= row.until
            if period and not adjacent and period.valid_from < row.until:
                self.end(period, row.until)

    def _begin_row(self, code: str, row: UnitSpell) -> None:
        period = self.open.get(code)
        if period is None:
            last = self.told[code][-1] if self.told[code] else None
            if last and row.since < last.valid_to:  # a change ended it earlier than its row
                self._attach(last, row)
                return
            period = self.begin(code, row.since, RegisterParty(code, row.said.name))
        elif period.valid_from and following(period.valid_from) < row.since:
            self.end(period, row.since)
            new = self.begin(code, row.since, RegisterParty(code, row.said.name))
            new.lasting_id = period.lasting_id
            kind = "rename" if new.name != period.name else "reparent"
            link = Link(period.id, new.id, kind, "whole", "", ((row.passage, row.said),))
            self.by_rows.setdefault(ChangeMoment(row.since, row.since), []).append(link)
            period = new
        self._attach(period, row)

    def _attach(self, period: UnitPeriod, row: UnitSpell) -> None:
        period.rows.add(row.passage)
        period.valid_from = period.valid_from or row.since
        period.level = period.level or row.said.level
        period.parent = row.said.parent or period.parent
