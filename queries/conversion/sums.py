"""The figures of a list added up for the places of the other day, as far as it is known whose they are.

A row counts where all of its place is in one place of the other day, or where weights say how it is shared out. Every
other row is left out, and told.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from queries.conversion.all_places import AllPlaces
from queries.conversion.convert import Conversion, Converted
from queries.conversion.outcome import Outcomes
from queries.conversion.weights import Weights

LeftOutFor = Literal["not told", "divided", "other weights", "unclear weights", "no figure"]
"""Why a row is left out: its place or what became of it is not told, it was divided and no weights say how, the weights
name other places than those that it is in, they may be those of another place of its name, or a column has no figure
there.
"""
Figures = Mapping[str, Fraction | None]
"""The figures of a row by their columns, None for what is no figure."""


@dataclass(slots=True)
class Sum:
    """What was added up for a place of the other day (a period by id): by column, from which rows (by their place in
    the list, from 0). `missing` are the places (periods by id) that are in it in whole or part and that no row names;
    `left_out` are the rows whose places are in it in whole or part and that were left out.
    """

    period: str
    values: dict[str, Fraction] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    missing: tuple[str, ...] = ()
    left_out: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row (by its place in the list) that is in no sum, or not in that of one column."""

    at: int
    why: LeftOutFor
    column: str = ""


def add_up(
    known: AllPlaces,
    rows: Sequence[Converted],
    figures: Sequence[Figures],
    asked: Conversion,
    weights: Weights,
) -> tuple[list[Sum], list[LeftOut]]:
    """The sums by place, in the order of their codes and names, and the rows that are left out of them."""
    outcomes = Outcomes(known, asked.first, asked.last)
    sums: dict[str, Sum] = {}
    left_out: list[LeftOut] = []
    named = defaultdict(list)
    namesakes = _namesakes(known, rows)
    for at, (row, own) in enumerate(zip(rows, figures, strict=True)):
        named[row.found.period].append(at)
        ratios = _ratios(known, outcomes, row, weights, namesakes)
        if isinstance(ratios, str):
            left_out.append(LeftOut(at, ratios))
            continue
        left_out += [LeftOut(at, "no figure", column) for column, figure in own.items() if figure is None]
        for period, ratio in ratios.items():
            told = sums.setdefault(period, Sum(period))
            told.rows.append(at)
            for column, figure in own.items():
                if figure is not None:
                    told.values[column] = told.values.get(column, Fraction(0)) + ratio * figure
    without = {one.at for one in left_out if not one.column}
    for period, told in sums.items():
        before = tuple(outcomes.predecessors(period))
        told.missing = tuple(one for one in before if one not in named)
        told.left_out = tuple(sorted(at for one in before for at in named.get(one, ()) if at in without))
    order = {period: number for number, period in enumerate(known.all)}
    return sorted(sums.values(), key=lambda one: order[one.period]), left_out


def _ratios(
    known: AllPlaces, outcomes: Outcomes, row: Converted, weights: Weights, namesakes: Collection[str]
) -> Mapping[str, Fraction] | LeftOutFor:
    """How a row is shared out among places of the other day, or why that is not known."""
    if not row.found.period:
        return "not told"
    holders, is_known = outcomes.holders(row.found.period)
    if not holders:
        return "not told"
    name = _name_in(weights, known, row)
    if name in namesakes:
        return "unclear weights"
    own = weights.get(name)
    if own is None:
        return {holders[0]: Fraction(1)} if is_known and len(holders) == 1 else "divided"
    by_name = {name: one for one in reversed(holders) for name in _names(known, one)}
    meant = {by_name.get(new, ""): ratio for new, ratio in own.items()}
    if set(meant) != set(holders) or len(meant) != len(own):
        return "other weights"
    return meant


def _name_in(weights: Weights, known: AllPlaces, row: Converted) -> str:
    """What weights call the place of a row, "" where they have none of it."""
    return next((name for name in (*_names(known, row.found.period), row.cell.typed) if name in weights), "")


def _namesakes(known: AllPlaces, rows: Sequence[Converted]) -> Collection[str]:
    """The names that are those of several places of the rows."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.found.period:
            found[known.all[row.found.period]["name"]].add(row.found.period)
            found[row.cell.typed].add(row.found.period)
    return {name for name, periods in found.items() if len(periods) > 1}


def _names(known: AllPlaces, period: str) -> tuple[str, ...]:
    """All that a table of weights may call a place: its id, its code, the way to it (乙县/丙镇/甲村), its name."""
    row = known.all[period]
    return tuple(filter(None, (period, row["code"], known.way(period), row["name"])))
