"""Facts of places and their changes: periods, what they are part of, the events that end and begin them."""

from collections.abc import Iterable
from datetime import date, timedelta

from graph.derive.corpus import Corpus
from graph.derive.ledger import Ledger
from graph.facts import Node
from graph.identity.scope import join_path, scope_named
from graph.places.changes import StatedChange
from graph.places.dates import contradicting
from graph.places.place_periods import PlacePeriod
from graph.places.timeline import Event
from graph.statements import UnitStatement
from graph.words.names import name_form
from graph.words.pinyin import search_words


def write_places(corpus: Corpus, further: Iterable[str], ledger: Ledger) -> None:
    """Write down the places that relationships lead to, and `further` ones (by id), with all places above them."""
    # One place may be reached by two ways, where the place above it was renamed: the way that changes tell of counts.
    periods = {period.id: period for period in sorted(corpus.place_periods, key=lambda period: period.is_told)}
    pending = {*further, *ledger.ends("Place")}
    written: set[str] = set()
    while pending:
        identity = pending.pop()
        written.add(identity)
        node = ledger.node(_place(periods[identity]))
        if above := corpus.place_periods.parent(periods[identity]):
            ledger.edge("PART_OF", node, ("Place", above.id))
            periods.setdefault(above.id, above)
            pending |= {above.id} - written


def write_stated_places(corpus: Corpus, ledger: Ledger) -> None:
    """Write down which rows of unit tables name places without a code, be any change told of them or not."""
    for paper in corpus.papers:
        for number, copy in enumerate(paper.copies):
            passages = corpus.passages[copy.document.sha256]
            for unit in copy.document.units:
                if not unit.code:
                    scope = scope_named(unit.parent) if unit.parent else paper.scope_at(number, 0)
                    period = corpus.place_periods.at(
                        join_path(scope.key, name_form(unit.name)), _day_of(unit), unit.level
                    )
                    ledger.edge("STATED_IN", ("Place", period.id), ("Passage", passages[unit]))


def _day_of(unit: UnitStatement) -> str:
    """A day (ISO) on which a unit stood, "" where none is told."""
    if unit.valid_from or not unit.valid_to:
        return unit.valid_from
    return (date.fromisoformat(unit.valid_to) - timedelta(days=1)).isoformat()


def write_statements(event: Event, ledger: Ledger) -> None:
    """Write down which of the passages that the ledger holds state an event."""
    for one in event.happening.told:
        if ledger.holds(("Passage", one.said.passage)):
            ledger.edge("STATED_IN", ("ChangeEvent", event.id), ("Passage", one.said.passage))
    for pair in contradicting(event.happening.told):
        if all(ledger.holds(("Passage", one.said.passage)) for one in pair):
            _write_conflict(pair, ledger)


def write_event(event: Event, ledger: Ledger) -> None:
    """Write down an event, the periods on both sides of it and the passages that state it, the oldest paper's first."""
    happening = event.happening
    dates = happening.dates
    node = ledger.node(
        Node(
            "ChangeEvent",
            event.id,
            {
                "id": event.id,
                "kind": happening.roles.kind,
                "stated_on": dates.stated_on,
                "earliest": dates.earliest,
                "latest": dates.latest,
                "decided_on": dates.decided_on,
                "status": dates.status,
                "number": dates.number,
            },
        )
    )
    for one in happening.told:
        ledger.edge("STATED_IN", node, ("Passage", one.said.passage))
    for period, party, share in event.before:
        told = [one for one in happening.told if any(p.place == party.place for p in one.before)]
        sources = tuple(one.said.passage for one in told or happening.told)
        ledger.edge(
            "CHANGED_BY",
            ("Place", period),
            node,
            role=party.said.role,
            share=share,
            part=party.said.part,
            into=(),
            into_part=(),
            sources=sources,
        )
    passages = tuple(one.said.passage for one in happening.told)
    for period, role in event.after:
        ledger.edge("RESULTED_IN", node, ("Place", period), role=role, restores="", sources=passages)
    for pair in contradicting(happening.told):
        _write_conflict(pair, ledger)


def _write_conflict(pair: tuple[StatedChange, StatedChange], ledger: Ledger) -> None:
    """Write down which two passages date a change otherwise, the standing one first."""
    standing, other = (("Passage", one.said.passage) for one in pair)
    ledger.edge("CONFLICTS", standing, other, field="stated_on", values=tuple(one.said.statement.on for one in pair))


def _place(period: PlacePeriod) -> Node:
    return Node(
        "Place",
        period.id,
        {
            "id": period.id,
            "name": period.name,
            "level": period.level,
            "code": "",
            "scheme": "",
            "valid_from": period.since.dates.latest if period.since else "",
            "valid_to": period.until.dates.latest if period.until else "",
            "lasting_id": period.lasting_id,
            "land": period.land or ((period.id,) if period.is_told else ()),
            "search": search_words([period.name]),
        },
    )
