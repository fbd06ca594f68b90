"""From one period to all that hold its land on another day, later or earlier, each over the fullest way.

A way follows changes in time. A place that was set up again gets its own land back: what went in as this place comes
out as it and as nothing else, and what went in as another does not come out as it. The ways back mirror those onward.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from queries.periods.links import SHARES, PeriodLinks, Share, Way, leads, share_of
from queries.rows import PeriodLinkRow

_GIVING_BACK = frozenset({"restore", "split", "transfer", "rename"})
"""Kinds of changes in which a place may be set up again."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A period reached, the steps that led to it (in the order of the way), and how much goes along them."""

    period: str
    steps: tuple[PeriodLinkRow, ...] = ()
    share: Share = "whole"
    inside: frozenset[str] = frozenset()
    """On the way back: the periods that hold the land of a place that was set up again, until it is reached."""
    reaching: str = ""
    """The last period of that place."""
    closed: frozenset[str] = frozenset()
    """On the way back: the last periods of places that had their land back, which no way enters."""

    @property
    def met(self) -> list[str]:
        """The periods on the way."""
        return [end for step in self.steps for end in (step["old_id"], step["new_id"])] or [self.period]


def trace(links: PeriodLinks, start: str, first: str, last: str, *, parts: bool = False) -> list[Trace]:
    """The periods that stand on the day `last` (ISO) and share land with `start`, which stands on the day `first`.

    Later ones where `last` is the later day, else earlier ones; with `parts` also those that only a part joins. Raises
    StoreError where the store fails.
    """
    way: Way = "after" if last >= first else "before"
    weakest = SHARES.index("part") if parts else SHARES.index("unknown")
    best: dict[tuple[object, ...], int] = {}
    found: dict[str, Trace] = {}
    frontier = [Trace(start)]
    while frontier:
        links.fetch(way, (one.period for one in frontier))
        for one in frontier:
            if _stands(links, one.period, last) and _better(one, found.get(one.period)):
                found[one.period] = one
        steps = (step for one in frontier for step in _onward(links, one, way, start, (first, last)))
        frontier = []
        for step in steps:
            rank = SHARES.index(step.share)
            key = (step.period, links.restored and links.restored.intersection(step.met), step.inside, step.closed)
            if rank <= weakest and rank < best.get(key, len(SHARES)):
                best[key] = rank
                frontier.append(step)
    if way == "before" and links.restored:
        # Where land was given back, what a way back reaches may have given its own elsewhere: it does not lead here.
        found = {one: told for one, told in found.items() if _leads_to(links, one, start, (last, first), parts=parts)}
    return [found[period] for period in sorted(found)]


def _leads_to(links: PeriodLinks, period: str, end: str, days: tuple[str, str], *, parts: bool) -> bool:
    return any(one.period == end for one in trace(links, period, *days, parts=parts))


def _better(one: Trace, known: Trace | None) -> bool:
    return known is None or SHARES.index(one.share) < SHARES.index(known.share)


def _stands(links: PeriodLinks, period: str, day: str) -> bool:
    row = links.periods((period,))[period]
    return (not row["valid_from"] or row["valid_from"] <= day) and (not row["valid_to"] or day < row["valid_to"])


def _onward(links: PeriodLinks, one: Trace, way: Way, start: str, days: tuple[str, str]) -> Iterator[Trace]:
    """What is one step on from a period reached."""
    first, last = min(days), max(days)
    steps = [step for step in links.of(way, one.period) if first < step["latest"] <= last and _in_time(one, step, way)]
    periods = links.periods(end for step in steps for end in (step["old_id"], step["new_id"]) if end)
    back = {step["restores"]: step for step in steps if step["restores"]} if way == "after" else {}
    for step in steps:
        if not leads(step, periods):
            continue
        share = max(one.share, share_of(step, periods), key=SHARES.index)
        there = step["new_id"] if way == "after" else step["old_id"]
        on = Trace(there, (*one.steps, step), share, one.inside, one.reaching, one.closed)
        if way == "before":
            yield from _backward(links, on, step)
        elif _comes_out(links, one, step, back, start):
            yield on


def _in_time(one: Trace, step: PeriodLinkRow, way: Way) -> bool:
    """Whether a step lies on the right side of the one before it."""
    if not one.steps:
        return True
    came = one.steps[-1]["latest"]
    return step["latest"] >= came if way == "after" else step["latest"] <= came


def _comes_out(links: PeriodLinks, one: Trace, step: PeriodLinkRow, back: Iterable[str], start: str) -> bool:
    """Whether the land of a way comes out by a step, where places (by their last periods) are set `back` up."""
    met = {start, *one.met}
    if own := step["restores"]:
        return own in met or start in _holders(links, own, step["old_id"])
    return not any(other in met for other in back)


def _backward(links: PeriodLinks, on: Trace, step: PeriodLinkRow) -> Iterator[Trace]:
    """A step back, as far as the land that is followed may have come by it."""
    if on.period in on.closed or (on.inside and on.period not in on.inside):
        return
    if on.period == on.reaching:
        on = replace(on, inside=frozenset(), reaching="")
    if own := step["restores"]:
        on = replace(on, inside=_holders(links, own, step["old_id"]), reaching=own)
    elif links.restored and step["kind"] in _GIVING_BACK:
        given = {
            other["restores"]
            for other in links.of("after", on.period)
            if other["restores"] and other["change_id"] == step["change_id"]
        }
        on = replace(on, closed=on.closed | given)
    yield on


def _holders(links: PeriodLinks, own: str, last: str) -> frozenset[str]:
    """All periods that held the land of a place, from its `own` last one to the `last` before it was set up again."""
    ways: dict[str, set[str]] = {last: set()}
    pending = [last]
    while pending:
        at = pending.pop()
        if at == own:
            continue
        for step in links.of("before", at):
            old = step["old_id"]
            if old and step["share"] != "part":
                if old not in ways:
                    pending.append(old)
                ways.setdefault(old, set()).add(at)
    held, pending = {own}, [own]
    while pending:
        for after in ways.get(pending.pop(), ()):
            if after not in held:
                held.add(after)
                pending.append(after)
    return frozenset(held) if own in ways else frozenset()
