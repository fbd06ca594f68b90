"""What the rows of a table of a register may not say beside each other: one event on two days, a unit that stands
twice, a code that has lost a digit.
"""

from collections import Counter, defaultdict
from itertools import pairwise

from graph.errors import FileRefusedError
from graph.statements import ChangeStatement, LegStatement, UnitStatement

_OPEN = "9999-12-31"
_SHORTEST = 6
"""Digits from which codes of one level have as many as the others (those of counties); shorter ones may be numbers."""
_MOST = 2 / 3
"""Of the codes of a table, those that have one number of digits where that is the rule."""


class RowChecks:
    """The rows of one table read so far; `finish` looks at all of them together."""

    def __init__(self) -> None:
        self._events: dict[tuple[str, str], tuple[str, str, int]] = {}
        self._spells: defaultdict[tuple[str, str], list[tuple[str, str, int, str]]] = defaultdict(list)
        self._codes: dict[str, int] = {}

    def leg(self, said: LegStatement, row: int) -> None:
        """Look at a change between units with codes. Raises FileRefusedError where its event has another day."""
        self._event(said.scheme, said, row)
        for side in (said.old, said.new):
            self._codes.setdefault(side.code, row)

    def change(self, said: ChangeStatement, row: int) -> None:
        """Look at a change between places told by name; raises as `leg`."""
        self._event("", said, row)

    def unit(self, said: UnitStatement, row: int) -> None:
        """Look at a unit."""
        if said.code:
            self._codes.setdefault(said.code, row)
            spell = (said.valid_from, said.valid_to or _OPEN, row, said.name)
            self._spells[said.scheme, said.code].append(spell)

    def finish(self) -> None:
        """Raises FileRefusedError for a unit that stands twice on one day, and for a code with a digit too few."""
        for (_, code), spells in self._spells.items():
            spells.sort()
            for (since, until, other, name), (later, end, row, another) in pairwise(spells):
                if later < until and (since, until, name) != (later, end, another):
                    raise FileRefusedError("file.register_alive_twice", row=row, other=other, code=code)
        digits = Counter(len(code) for code in self._codes if code.isdecimal())
        usual, number = digits.most_common(1)[0] if digits else (0, 0)
        if usual >= _SHORTEST and number >= _MOST * digits.total():
            for code, row in self._codes.items():
                if code.isdecimal() and len(code) == usual - 1:
                    raise FileRefusedError("file.register_short_code", row=row, typed=code, digits=usual)

    def _event(self, scheme: str, said: LegStatement | ChangeStatement, row: int) -> None:
        if not said.event:
            return
        told = (said.on or said.latest, said.status, row)
        known = self._events.setdefault((scheme, said.event), told)
        if known[:2] != told[:2]:
            raise FileRefusedError("file.register_event_differs", row=row, other=known[2], event=said.event)
