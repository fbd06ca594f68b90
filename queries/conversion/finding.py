"""Which place a cell of a list means on a day: by a code, a name, or the way to it; nothing is guessed.

A name is found as `queries.resolve` finds it: as it is written, else in its normal form, else as the end of a way
(大英县/蓬莱镇). Here the names of all places are looked up at once, and the day and the place above narrow them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from graph.words.names import name_form
from queries.conversion.all_places import AllPlaces
from queries.header import Ids
from queries.periods.between import standing_among
from queries.rows import PeriodRow
from queries.ways import STEP, leads_to

Unfound = Literal["ambiguous name", "not found", "not alive on A", "not yet carried out", "empty cell"]
"""Why a cell means no place of a day: several stand under its name, none ever did, those that did stand on other days,
one would only come into being by what is proposed, or it is empty.
"""
_SCHEME = ":"


@dataclass(frozen=True, slots=True)
class PlaceCell:
    """What a row calls its place, and what it says of the place above ("" for nothing)."""

    typed: str
    above: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The period (by id) that a cell means, "" with `why` it means none; `candidates` are the periods thought of: of a
    name that is not found below the place above, those that bear it elsewhere.
    """

    period: str
    why: Unfound | None
    candidates: Ids


class PlaceFinder:
    """Finds the places that cells mean: of a scheme by their codes, else by names, inside places or anywhere."""

    def __init__(self, known: AllPlaces, *, scheme: str = "", within: Ids = ()) -> None:
        self._known = known
        self._scheme = scheme
        self._within = {known.all[one]["lasting_id"] for one in within if one in known.all}
        self._schemes = frozenset(known.schemes())

    def find(self, cell: PlaceCell, day: str) -> Found:
        """The place that a cell means on a day (ISO)."""
        candidates = self.candidates(cell)
        if not candidates:
            return Found("", "not found" if cell.typed.strip() else "empty cell", self._elsewhere(cell, day))
        real = [one for one in candidates if not self._known.is_proposed(one)]
        periods = tuple(one for one in real if self._known.stands(one, day))
        if not periods:
            periods = tuple(row["place_id"] for row in standing_among(self._known, real, day))
        if len(periods) == 1:
            return Found(periods[0], None, periods)
        if periods:
            return Found("", "ambiguous name", periods)
        proposed = all(map(self._known.is_proposed, candidates))
        return Found("", "not yet carried out" if proposed else "not alive on A", candidates)

    def _elsewhere(self, cell: PlaceCell, day: str) -> Ids:
        """What bears the name below another place than the row says: those that stand on the day, else any."""
        found = self.candidates(PlaceCell(cell.typed)) if cell.above.strip() else ()
        return tuple(one for one in found if self._known.stands(one, day)) or found

    def candidates(self, cell: PlaceCell) -> Ids:
        """All periods, of any day, that a cell may mean."""
        bare = "".join(cell.typed.split())
        if not bare:
            return ()
        ways: tuple[Callable[[str], Iterable[str]], ...] = (self._written, self._normal, self._on_the_way)
        for way in (self._coded,) if self._scheme or self._is_code(bare) else ways:
            if found := tuple(one for one in way(bare) if self._fits(one, cell.above)):
                return found
        return ()

    def _is_code(self, bare: str) -> bool:
        scheme, sign, code = bare.partition(_SCHEME)
        return bool(sign and code) and scheme in self._schemes

    def _coded(self, bare: str) -> Sequence[str]:
        scheme, sign, code = bare.partition(_SCHEME)
        if sign and (not self._scheme or scheme == self._scheme):
            return self._by_code.get((scheme, code), ())
        return self._by_code.get((self._scheme, bare), ())

    def _written(self, bare: str) -> Sequence[str]:
        return self._by_name.get(bare, ())

    def _normal(self, bare: str) -> Sequence[str]:
        return self._by_form.get(name_form(bare), ())

    def _on_the_way(self, bare: str) -> list[str]:
        """Places whose names a way may end with, which it does lead to."""
        form = name_form(bare.replace(STEP, ""))
        ends = (one for at in range(1, len(form)) for one in self._by_form.get(form[at:], ()))
        return [one for one in ends if leads_to(bare, self._known.way(one))]

    def _fits(self, period: str, above: str) -> bool:
        """Whether a period lies where it should: inside the places, and below what the row says of the place above."""
        if self._within and not self._within & {
            self._known.all[period]["lasting_id"],
            *(row["lasting_id"] for row in self._known.above(period)),
        }:
            return False
        bare = "".join(above.split())
        return not bare or any(self._is_called(row, bare) for row in self._known.above(period))

    def _is_called(self, above: PeriodRow, bare: str) -> bool:
        """Whether a place above may be meant: by its code, by any name that it ever had, or by the way to it."""
        if self._scheme and above["scheme"] == self._scheme and above["code"] == bare:
            return True
        way, _, _ = self._known.way(above["place_id"]).rpartition(STEP)
        return any(leads_to(bare, f"{way}{STEP}{row['name']}") for row in self._known.spells(above["place_id"]))

    @cached_property
    def _by_code(self) -> dict[tuple[str, str], list[str]]:
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for one, row in self._known.all.items():
            if row["code"]:
                found[row["scheme"], row["code"]].append(one)
        return found

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for one, row in self._known.all.items():
            found["".join(row["name"].split())].append(one)
            found[one].append(one)
        return found

    @cached_property
    def _by_form(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for one, row in self._known.all.items():
            found[name_form(row["name"])].append(one)
        return found
