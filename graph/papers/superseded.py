"""What a later edition says otherwise of places and seats: by it two files of a paper differ, and the earlier one's
statement no longer counts.

A merger that an edition no longer mentions is not undone by that: one statement is told otherwise only where the other
file names the same result with other places going in or on another day, or lets a place that went in become something
else. A seat is told otherwise where the other file fills seats of the same group and does not name this one.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.decisions.decisions import Decisions
from graph.papers.papers import Paper
from graph.papers.precedence import ground
from graph.statements import AppointmentStatement, ChangeStatement, PlanDocument
from graph.words.names import name_form

Result = tuple[str, frozenset[str]]
"""The place above that the words name, and the names afterwards."""


@dataclass(slots=True)
class _ToldOfResult:
    before: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class ToldOfPlaces:
    """What one file tells of changes of places: what went into each result, and what each place became."""

    results: Mapping[Result, _ToldOfResult]
    became: Mapping[tuple[str, str], frozenset[Result]]

    def differs_on(self, result: Result, other: "ToldOfPlaces") -> bool:
        """Whether the other file tells otherwise of one result of this one."""
        ours, theirs = self.results[result], other.results.get(result)
        if theirs is None:
            return any((result[0], name) in other.became for name in ours.before)
        return ours.before != theirs.before or bool(ours.days and theirs.days and not ours.days & theirs.days)

    def agrees(self, other: "ToldOfPlaces") -> bool:
        """Whether neither tells otherwise of what the other tells."""
        return not (
            any(self.differs_on(result, other) for result in self.results)
            or any(other.differs_on(result, self) for result in other.results)
        )


def told_of_places(document: PlanDocument) -> ToldOfPlaces:
    """All that a file tells of changes of places, rows and sentences of one result together."""
    results: defaultdict[Result, _ToldOfResult] = defaultdict(_ToldOfResult)
    became: defaultdict[tuple[str, str], set[Result]] = defaultdict(set)
    for change in document.changes:
        result = _result(change)
        told = results[result]
        told.before |= {name_form(one.name) for one in change.before}
        told.days |= {change.on} - {""}
        for name in told.before - {name_form(one.name) for one in change.after}:
            became[result[0], name].add(result)
    return ToldOfPlaces(results, {place: frozenset(into) for place, into in became.items()})


def standing_changes(paper: Paper, decisions: Decisions) -> Iterator[tuple[int, ChangeStatement]]:
    """The changes that the copies of a paper (by number) tell, without those of which a copy that stands over theirs
    tells otherwise.
    """
    told = [told_of_places(copy.document) for copy in paper.copies]
    above = _above(paper, decisions)
    for number, copy in enumerate(paper.copies):
        for change in copy.document.changes:
            if not any(told[number].differs_on(_result(change), told[over]) for over in above[number]):
                yield number, change


def standing_seats(paper: Paper, decisions: Decisions) -> Iterator[tuple[int, AppointmentStatement]]:
    """The seats that the copies of a paper (by number) tell, without those in whose group a copy that stands over
    theirs seats others.
    """
    groups: list[defaultdict[Hashable, set[Hashable]]] = [defaultdict(set) for _ in paper.copies]
    for number, copy in enumerate(paper.copies):
        for seat in copy.document.appointments:
            groups[number][_group(paper, number, seat)].add(_seat(seat))
    above = _above(paper, decisions)
    for number, copy in enumerate(paper.copies):
        for seat in copy.document.appointments:
            others = [groups[over].get(_group(paper, number, seat)) for over in above[number]]
            if not any(seats and _seat(seat) not in seats for seats in others):
                yield number, seat


def _above(paper: Paper, decisions: Decisions) -> list[list[int]]:
    """The copies that stand over each copy."""
    documents = [copy.document for copy in paper.copies]
    return [
        [over for over, other in enumerate(documents) if other is not one and ground(other, one, decisions)]
        for one in documents
    ]


def _result(change: ChangeStatement) -> Result:
    names = change.after or change.before
    return name_form(change.parent), frozenset(name_form(one.name) for one in names)


def _group(paper: Paper, number: int, seat: AppointmentStatement) -> Hashable:
    plan = paper.plan_at(number, seat.plan)
    return (plan.id if plan else "", name_form(seat.unit))


def _seat(seat: AppointmentStatement) -> Hashable:
    return tuple(map(name_form, (seat.person, seat.role, seat.post)))
