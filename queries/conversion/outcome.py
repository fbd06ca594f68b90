"""What became of one place from a day to another: the places of the other day, and how each came about.

Backwards too: the places of an earlier day are told by what became of them since, in the same words.
"""

from dataclasses import dataclass
from typing import Literal

from queries.conversion.all_places import AllPlaces
from queries.periods.between import How, how_of, told_by
from queries.periods.links import SHARES, Share
from queries.periods.on_land import trace_on_land
from queries.periods.trace import Trace
from queries.rows import PeriodChangeRow, PeriodRow

_ONE_PLACE = frozenset({"same", "renamed", "recoded"})
Became = Literal[How, "moved"]
Untold = Literal["no successor stated", "not yet carried out", "date not stated"]
"""Why no place, or none but itself, is told for another day: nothing is said of where it went; what would change it is
only proposed; a change of it has no day, so that it may lie before or behind the one asked for.
"""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A place of the other day (a period by id, "" for none), how it came about, how much of the earlier of the two is
    in the later, and the changes and passages (by ids) that say so.
    """

    period: str
    how: Became | Untold
    share: Share | Literal[""]
    changes: tuple[str, ...]
    passages: tuple[str, ...]


class Outcomes:
    """What became of places from the day `first` to the day `last` (ISO), which may be the earlier one."""

    def __init__(self, known: AllPlaces, first: str, last: str) -> None:
        self._known = known
        self._first, self._last = first, last
        self._onward = last >= first
        self._divided: dict[str, bool] = {}
        self._open = {row["change_id"] for row in known.changes if _is_open(row, max(first, last))}

    def of(self, period: str, *, parts: bool = False) -> list[Arrival]:
        """The places of the other day that share land with a period (by id) that stands on the first.

        With `parts` also those that only a part joins; these are told anyway where nothing else is. One without
        a period tells why there is none.
        """
        if not self._known.has_changes(period):
            stays = self._known.stands(period, self._last)
            return [
                Arrival(period, "same", "whole", (), ()) if stays else Arrival("", "no successor stated", "", (), ())
            ]
        found = self._traced(period, parts=parts) or self._traced(period, parts=True)
        if undated := self._undated(period, found):
            return [self._without("date not stated", period, undated)]
        if not found:
            return [self._without("no successor stated", period, self._ends(period))]
        several = self._onward and len([one for one in found if one.share != "part"]) > 1
        return [self._arrival(period, one, several=several) for one in sorted(found, key=self._order)]

    def holders(self, period: str) -> tuple[list[str], bool]:
        """All periods of the other day that hold land of one of the first, and whether each figure of it is surely
        theirs together: what was divided or given away in part is not, nor what has no day.
        """
        found = self._traced(period, parts=True)
        known = bool(found) and not self._undated(period, found)
        # Back in time, all of a place lies in the only one that it came out of, however much of that it is.
        return [one.period for one in found], known and (
            not self._onward or found[0].share == "whole" or len(found) > 1
        )

    def predecessors(self, period: str) -> list[str]:
        """The periods of the first day that share any land with one of the last (by id)."""
        known, days = self._known, (self._last, self._first)
        return [one.period for one in trace_on_land(known, known.land, period, *days, parts=True)]

    def _back(self, earlier: str) -> list[Trace]:
        return trace_on_land(self._known, self._known.land, earlier, self._last, self._first)

    def _traced(self, period: str, *, parts: bool) -> list[Trace]:
        return trace_on_land(self._known, self._known.land, period, self._first, self._last, parts=parts)

    def _arrival(self, start: str, one: Trace, *, several: bool) -> Arrival:
        how = self._how(start, one, several=several)
        changes = tuple(dict.fromkeys(step["change_id"] for step in one.steps))
        passages = tuple(dict.fromkeys(said for step in one.steps for said in told_by(step)))
        if how == "same" and (proposed := self._proposed(one.period)):
            told = tuple(self._known.passages(one.period, proposed))
            return Arrival(one.period, "not yet carried out", one.share, proposed, told)
        return Arrival(one.period, how, one.share, changes, passages)

    def _how(self, start: str, one: Trace, *, several: bool) -> Became:
        ends = self._known.all[start], self._known.all[one.period]
        if one.steps and not self._onward:
            several = self._is_divided(one.period)
        how = how_of(ends[0], one, ends[1], several=several)
        if how in _ONE_PLACE and self._went_elsewhere(one, ends[0]["lasting_id"]):
            return "restored"
        return "moved" if how in _ONE_PLACE and self._moved(*ends) else how

    def _went_elsewhere(self, one: Trace, lasting: str) -> bool:
        """Whether a place was in another on the way, and was given back."""
        return any(self._known.all[met]["lasting_id"] != lasting for met in one.met if met)

    def _is_divided(self, earlier: str) -> bool:
        """Whether a place of the earlier day, which is the last, is in several of the later one, parts aside."""
        if earlier not in self._divided:
            self._divided[earlier] = len(self._back(earlier)) > 1
        return self._divided[earlier]

    def _moved(self, one: PeriodRow, other: PeriodRow) -> bool:
        homes = [self._known.home(row["place_id"]) for row in (one, other)]
        return len({home["lasting_id"] for home in homes if home}) > 1

    def _proposed(self, period: str) -> tuple[str, ...]:
        """The proposals (by id) that would have changed a period by the later day."""
        day = max(self._first, self._last)
        return tuple(one["change_id"] for one in self._known.proposals(period) if one["earliest"] <= day)

    def _undated(self, period: str, found: list[Trace]) -> tuple[str, ...]:
        """The changes (by id) of which it is not known whether they lie before or behind the later day."""
        if not self._open:
            return ()
        near = dict.fromkeys((period, *(one.period for one in found)))
        told = dict.fromkeys(change for one in near for change in self._known.changes_of(one))
        return tuple(change for change in told if change in self._open)

    def _ends(self, period: str) -> tuple[str, ...]:
        """The changes (by id) that end a place between the days, or before which nothing is told of it."""
        days = sorted((self._first, self._last))
        steps = self._known.of("after" if self._onward else "before", period)
        told = (step["change_id"] for step in steps if days[0] < step["latest"] <= days[1])
        return tuple(dict.fromkeys(told))

    def _without(self, why: Untold, period: str, changes: tuple[str, ...]) -> Arrival:
        return Arrival("", why, "", changes, tuple(self._known.passages(period, changes)))

    def _order(self, one: Trace) -> tuple[int, str, str, str]:
        row = self._known.all[one.period]
        return SHARES.index(one.share), row["code"], row["name"], one.period


def _is_open(change: PeriodChangeRow, day: str) -> bool:
    """Whether it is not known if a change lies before or behind a day; of one with both bounds the later one counts."""
    if change["status"] == "proposed":
        return False
    if not change["latest"]:
        return change["earliest"] <= day
    return not change["earliest"] and change["latest"] > day
