"""Events: the rows and sentences that tell of one change of places, put together.

Rows of one table with the same result are one event (three villages became one in two rows), and so are rows of other
tables or papers with the same result and a shared predecessor. A place ends once, whatever the papers' dates, unless
it was set up again in between, and is moved somewhere once, unless it was moved away again; one that goes on takes in
others and gives parts in several years, so that there the bounds of the dates must meet. What kind of event it is
follows from `graph.places.roles`.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.identity.grouping import connected
from graph.places.changes import Party, StatedChange
from graph.statements import ChangeStatement

Told = tuple[StatedChange, ...]
"""Statements that are one change by their own words: the rows of an event table that name one event, else one alone."""


def events_of(changes: Iterable[StatedChange]) -> list[list[StatedChange]]:
    """The statements of each event together, in the order of their papers and places.

    Where the same places stand on both sides (under a change of code or rank) there is no event.
    """
    by_result: defaultdict[tuple[tuple[str, ...], bool], list[Told]] = defaultdict(list)
    begun: defaultdict[str, set[str]] = defaultdict(set)
    left: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for told in _by_event(sorted(changes, key=lambda one: one.said.place)):
        before, after = _places(told, "before"), _places(told, "after")
        if before == after:
            continue
        by_result[tuple(sorted(after)), any(one.moves for one in told)].append(told)
        for one in told:
            if one.said.statement.status != "proposed" and (day := one.said.statement.earliest):
                for place in after - before:
                    begun[place].add(day)
                for party in one.before if one.moves else ():
                    left[_home_and_name(party)].add(day)
    beginnings = {place: sorted(days) for place, days in begun.items()}
    return [
        [one for told in event for one in told]
        for alike in by_result.values()
        for event in connected(
            alike, _Shares(beginnings, left, _spans(one.said.statement for told in alike for one in told)).of
        )
    ]


def _by_event(changes: Iterable[StatedChange]) -> list[Told]:
    rows: defaultdict[tuple[str, ...], list[StatedChange]] = defaultdict(list)
    for one in changes:
        event = one.said.statement.event
        rows[(one.said.sha256, event) if event else (one.said.passage,)].append(one)
    return [tuple(told) for told in rows.values()]


def _places(told: Told, side: Literal["before", "after"]) -> set[str]:
    return {party.place for one in told for party in (one.before if side == "before" else one.after)}


@dataclass(frozen=True, slots=True)
class _Shares:
    """What makes statements with the same result one event.

    `beginnings` are the days (ISO) on which each place was set up, `left` those on which places were moved away, by the
    name of the place above and their own, `spans` the times of which the statements tell.
    """

    beginnings: dict[str, list[str]]
    left: Mapping[tuple[str, str], Collection[str]]
    spans: Sequence[tuple[str, str]]

    def of(self, told: Told) -> set[tuple[str, ...]]:
        """The places that go in, each in its life or in the time of the statement; the table, where its rows name no
        events.
        """
        results = _places(told, "after")
        shared: set[tuple[str, ...]] = set()
        for one in told:
            span = str(self._span(one))
            shared |= {
                ("ends", party.place, str(self._life(one, party)))
                if _ends(party, results)
                else ("goes on", party.place, span)
                for party in one.before
            }
            statement = one.said.statement
            if statement.source.table is not None and not statement.event and one.after and one.before:
                shared.add(("table", f"{one.said.sha256}:{statement.source.table}", span))
            if not any(other.before for other in told):
                shared.add(("created", *sorted(results), span))
        return shared

    def _life(self, one: StatedChange, party: Party) -> int:
        """How often the place had been set up before the change; before a move, how often it had left where it goes to
        now.
        """
        day = one.day or "9999"
        times = bisect_left(self.beginnings.get(party.place, ()), day)
        homes = {receiver.path.rpartition("/")[2] for receiver in one.after} if one.moves else ()
        name = party.path.rpartition("/")[2]
        return times + sum(other < day for home in homes for other in self.left.get((home, name), ()))

    def _span(self, one: StatedChange) -> int:
        """The number of the time of which a statement tells: without a date the last before its paper."""
        statement = one.said.statement
        day = statement.latest or statement.earliest or one.said.issued_on or "9999"
        return max((number for number, (first, _) in enumerate(self.spans) if first <= day), default=0)


def _home_and_name(party: Party) -> tuple[str, str]:
    """The name of the place above a place, and its own."""
    above, _, name = party.path.rpartition("/")
    return above.rpartition("/")[2], name


def _ends(party: Party, results: set[str]) -> bool:
    said = party.said
    return party.place not in results and said.role != "continues" and said.share != "part"


def _spans(statements: Iterable[ChangeStatement]) -> list[tuple[str, str]]:
    """The times of which statements tell, in order, those joined that meet; undated ones have none."""
    bounds = sorted((one.earliest, one.latest or one.earliest) for one in statements if one.earliest)
    spans: list[tuple[str, str]] = []
    for first, last in bounds:
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], last))
        else:
            spans.append((first, last))
    return spans
