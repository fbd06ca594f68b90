"""When a change took place, as far as the papers say: its date in their words, its bounds, and how sure it is.

Without a stated date an event lies before the date of the oldest paper that speaks of it as done.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.places.changes import StatedChange

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
    """The dates of an event from all statements of it: the surest and most exact counts, then the oldest paper's."""
    statements = [one.said.statement for one in event]
    dated = [statement for statement in statements if statement.on or statement.earliest or statement.latest]
    stated = max(dated, key=lambda one: (-SURENESS.index(one.status), len(one.on)), default=None)
    spoken_of = [one.said.issued_on for one in event if one.said.statement.status in DONE and one.said.issued_on]
    return EventDates(
        stated_on=stated.on if stated else "",
        earliest=stated.earliest if stated else "",
        latest=(stated.latest if stated else "") or min(spoken_of, default=""),
        decided_on=_first(statement.decided_on for statement in statements),
        status=min((statement.status for statement in statements), key=SURENESS.index),
        number=_first(one.said.number for one in event),
    )


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")
