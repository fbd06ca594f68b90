"""What a way from period to period leads to, held against the land of both ends, where papers tell it in pieces.

Over a merger that was undone a way leads from each of the two places to both: their land tells which is which.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from graph.places.land import held
from graph.stores.protocol import Store
from queries.ask import ask
from queries.periods.links import PeriodLinks, Share
from queries.periods.trace import Trace, trace

Land = Callable[[str], Sequence[str]]
"""Gives the land of a period (by id), in pieces of places of old; none of a period of which it is not told."""


@dataclass(slots=True)
class StoredLand:
    """The land of periods, asked of a store as it is needed; units of registers, which have codes, have none."""

    store: Store
    links: PeriodLinks
    _known: dict[str, Sequence[str]] = field(default_factory=dict)

    def of(self, period: str) -> Sequence[str]:
        """The land of a period (by id). Raises StoreError where the store fails."""
        if period not in self._known:
            coded = bool(self.links.periods((period,))[period]["code"])
            rows = [] if coded else ask(self.store, "places/land", places=(period,))
            self._known[period] = next((row["land"] for row in rows), ())
        return self._known[period]


def trace_on_land(
    links: PeriodLinks, land: Land, start: str, first: str, last: str, *, parts: bool = False
) -> list[Trace]:
    """The periods that stand on the day `last` and share land with `start`, which stands on the day `first` (ISO).

    As `queries.periods.trace.trace`, and by their land where it is told. Raises StoreError where the store fails.
    """
    own = land(start)
    if not own:
        return trace(links, start, first, last, parts=parts)
    found = []
    for one in trace(links, start, first, last, parts=True):
        other = land(one.period)
        share = _share(own, other, one.share, onward=last >= first) if other else one.share
        if share and (parts or share == "whole" or one.share != "part"):
            found.append(replace(one, share=share))
    return found


def _share(own: Sequence[str], other: Sequence[str], walked: Share, *, onward: bool) -> Share | None:
    """How much of the earlier of two lands is in the later, None where they share nothing. A part is told where words
    say so; of what was divided it is some, which is not known.
    """
    share = held(own, other) if onward else held(other, own)
    if share == "none":
        return None
    return "unknown" if share == "part" != walked else share
