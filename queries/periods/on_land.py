"""What a way from period to period leads to, held against the land of both ends, where papers tell it in pieces.

Over a merger that was undone a way leads from each of the two places to both: their land tells which is which.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.places.land import held
from queries.periods.links import PeriodLinks, Share
from queries.periods.trace import Trace, trace

Lands = Mapping[str, Sequence[str]]
"""The land of periods by their ids, in pieces of places of old; nothing of a period of which it is not told."""


def trace_on_land(
    links: PeriodLinks, lands: Lands, start: str, first: str, last: str, *, parts: bool = False
) -> list[Trace]:
    """The periods that stand on the day `last` and share land with `start`, which stands on the day `first` (ISO).

    As `queries.periods.trace.trace`, and by their land where it is told. Raises StoreError where the store fails.
    """
    own = lands.get(start)
    if not own:
        return trace(links, start, first, last, parts=parts)
    found = []
    for one in trace(links, start, first, last, parts=True):
        other = lands.get(one.period)
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
