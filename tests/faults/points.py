"""Which points of an action are tried: evenly over all its calls, more densely where a call is no mere write."""

from collections.abc import Iterator, Sequence

from tests.faults.shim import ONCE, Fault
from tests.faults.trial import Loss, Point

KEPT = (0.0, 0.5, 0.7, 0.97, 0.995)
"""Shares of bytes not synced that a loss of power is tried with."""
_CYCLE = (
    Fault.KILL,
    Fault.ENOSPC,
    Fault.TEAR,
    Fault.EIO,
    Fault.HALF,
    Fault.FULL,
    Fault.KILL,
    Fault.GROW,
)
"""Faults by turns, so that each kind meets all parts of an action."""
ON_SERVER = (Fault.KILL, Fault.TEAR, Fault.EIO)
"""The same for what is sent to a server."""
_MOST = (0, 1, 3, 20)
"""How many calls a full disk refuses before there is room again, by turns; 0: all."""


def points(kinds: str, number: int, cycle: Sequence[Fault] = _CYCLE, first: int = 0) -> list[Point]:
    """So many points for an action whose calls are of these kinds, with these faults by turns, from the `first` on."""
    chosen = _spread(kinds, number)
    turns = range(first, first + len(chosen))
    faults = [cycle[turn % len(cycle)] for turn in turns]
    return [
        Point(fault, at, 0 if fault in ONCE else _MOST[turn // len(cycle) % len(_MOST)])
        for turn, fault, at in zip(turns, faults, chosen, strict=True)
    ]


def losses(kinds: str, number: int) -> list[Loss]:
    """So many losses of power, a quarter of them (at most one of each variant) after the action was acknowledged."""
    variants = [(kept, names) for kept in KEPT for names in (True, False)]
    at = [one - 1 for one in _spread(kinds, number - min(len(variants), number // 4))]
    at += [len(kinds)] * (number - len(at))
    return [Loss(after, *variants[turn % len(variants)], seed=turn) for turn, after in enumerate(at)]


def _spread(kinds: str, number: int) -> list[int]:
    """The numbers of so many calls: half of them no writes, as far as there are, all spread evenly."""
    writes = [at for at, kind in enumerate(kinds, 1) if kind == "w"]
    others = [at for at, kind in enumerate(kinds, 1) if kind != "w"]
    of_others = min(len(others), max(number // 2, number - len(writes)))
    chosen = [*_evenly(others, of_others), *_evenly(writes, min(len(writes), number - of_others))]
    while chosen and len(chosen) < number:  # few calls: each meets several kinds of faults
        chosen += _evenly(sorted(set(chosen)), min(number - len(chosen), len(set(chosen))))
    return chosen


def _evenly(some: Sequence[int], number: int) -> list[int]:
    return list(_steps(some, number))


def _steps(some: Sequence[int], number: int) -> Iterator[int]:
    for turn in range(number):
        yield some[(2 * turn + 1) * len(some) // (2 * number)]  # the middle one of each part
