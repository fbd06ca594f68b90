"""When a change took place, as far as the papers say: its date in their words, its bounds, and how sure it is.

Without a stated date an event lies before the date of the oldest paper that speaks of it as done. Papers that date one
event otherwise contradict each other: the oldest one's date stands.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.places.changes import StatedChange
from graph.statements import ChangeStatement

SURENESS = ("done", "approved", "stated", "proposed")
DONE = {"done", "stated"}


@dataclass(frozen=True, slots=True)
class EventDates:
    """`stated_on` is EDTF as the words have it; `earliest`, `latest`, `decided_on` are ISO days; "" if not known."""

    stated_on: str
    earliest: str
    latest: str
    decided_on: str
    status: str
    number: str

    def happened_by(self, day: str) -> bool:
        """Whether the event surely lies on or before a day (ISO); one that is only proposed has not happened."""
        return self.status != "proposed" and bool(self.latest) and self.latest <= day

    @property
    def day(self) -> str:
        """The day (ISO) of the event where it is known, else ""."""
        return self.earliest if self.earliest == self.latest else ""

    @property
    def order(self) -> tuple[str, str]:
        """To sort events in time: an event is no later than its latest day, an undated one comes last."""
        return self.latest or self.earliest or "9999", self.earliest or "9999"


def dates_of(event: Sequence[StatedChange]) -> EventDates:
    """The dates of an event from all its statements, in the order of their papers: see `_standing`."""
    statements = [one.said.statement for one in event]
    standing = _standing(event)
    stated = standing.said.statement if standing else None
    spoken_of = [one.said.issued_on for one in event if one.said.statement.status in DONE and one.said.issued_on]
    return EventDates(
        stated_on=stated.on if stated else "",
        earliest=stated.earliest if stated else "",
        latest=(stated.latest if stated else "") or min(spoken_of, default=""),
        decided_on=_first(statement.decided_on for statement in statements),
        status=min((statement.status for statement in statements), key=SURENESS.index),
        number=_first(one.said.number for one in event),
    )


def contradicting(event: Sequence[StatedChange]) -> tuple[tuple[StatedChange, StatedChange], ...]:
    """Pairs of statements that date an event otherwise: the one that stands, and the first of each other date.

    What is only proposed contradicts nothing: a change is done on another day than was proposed.
    """
    facts = [one for one in event if one.said.statement.status != "proposed"]
    standing = _standing(facts)
    others = {one.said.statement.on: one for one in reversed(facts) if standing and not _meet(one, standing)}
    return tuple((standing, others[on]) for on in sorted(others)) if standing else ()


def _standing(event: Sequence[StatedChange]) -> StatedChange | None:
    """The statement by which an event is dated: of the surest ones that of the oldest paper, or the most exact that
    agrees with it; None where none has a date.
    """
    dated = [one for one in event if _is_dated(one.said.statement)]
    surest = min((SURENESS.index(one.said.statement.status) for one in dated), default=0)
    alike = [one for one in dated if SURENESS.index(one.said.statement.status) == surest]
    agreeing = [one for one in alike if _meet(one, alike[0])]
    return max(agreeing, key=lambda one: len(one.said.statement.on), default=None)


def _is_dated(statement: ChangeStatement) -> bool:
    return bool(statement.on or statement.earliest or statement.latest)


def _meet(one: StatedChange, other: StatedChange) -> bool:
    """Whether two statements may tell of one day; one without a date may tell of any."""
    first, second = one.said.statement, other.said.statement
    return not (_ends_before(first, second) or _ends_before(second, first))


def _ends_before(one: ChangeStatement, other: ChangeStatement) -> bool:
    return bool(one.latest and other.earliest) and one.latest < other.earliest


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")
