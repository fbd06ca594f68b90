"""The unit above a unit of a register: named by its code, or by a name that units of one code alone bear."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from graph.registers.model import UnitPeriod


def parents_of(periods: Mapping[str, UnitPeriod]) -> dict[str, str]:
    """By period: the period (by id) of the unit above it, the one in which it ended, else the last one.

    A unit that no table tells of but as the one above is none.
    """
    by_code: defaultdict[str, list[UnitPeriod]] = defaultdict(list)
    codes: defaultdict[str, set[str]] = defaultdict(set)
    for period in periods.values():
        by_code[period.code].append(period)
        codes[period.name].add(period.code)
    begun: dict[str, list[str]] = {}
    for code, own in by_code.items():
        own.sort(key=lambda period: (period.valid_from, period.valid_to or "9999", period.id))
        begun[code] = [period.valid_from for period in own]
    found: dict[str, str] = {}
    for period in periods.values():
        code = _code(period.parent, by_code, codes)
        if code and code != period.code:
            found[period.id] = _belonging(by_code[code], begun[code], period.valid_to).id
    return found


def _code(parent: str, by_code: Mapping[str, object], codes: Mapping[str, set[str]]) -> str:
    if not parent or parent in by_code:
        return parent
    named = codes.get(parent, set())
    return next(iter(named)) if len(named) == 1 else ""


def _belonging(own: Sequence[UnitPeriod], begun: Sequence[str], until: str) -> UnitPeriod:
    """Of periods in order of time the last that had begun before a day; "" is the last one."""
    return own[max(0, bisect_left(begun, until) - 1)] if until else own[-1]
