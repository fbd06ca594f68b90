"""Facts of places and their changes: periods, what they are part of, the events that end and begin them."""

from graph.corpus import Corpus
from graph.facts import Node
from graph.gazetteer import Period
from graph.ledger import Ledger
from graph.pinyin import search_words
from graph.scope import is_place
from graph.timeline import Event


def write_places(corpus: Corpus, ledger: Ledger) -> None:
    """Write down all places met so far, each period with the place above it."""
    pending = [period for period in corpus.gazetteer if is_place(period.path)]
    written: set[str] = set()
    while pending:
        period = pending.pop()
        if period.id in written:
            continue
        written.add(period.id)
        node = ledger.node(_place(period))
        if above := corpus.gazetteer.parent(period):
            ledger.edge("PART_OF", node, ("Place", above.id))
            pending.append(above)


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
        sources = tuple(one.said.passage for one in happening.told if any(p.path == party.path for p in one.before))
        ledger.edge(
            "CHANGED_BY",
            ("Place", period),
            node,
            role=party.said.role,
            share=share,
            part=party.said.part,
            sources=sources,
        )
    passages = tuple(one.said.passage for one in happening.told)
    for period, role in event.after:
        ledger.edge("RESULTED_IN", node, ("Place", period), role=role, sources=passages)


def _place(period: Period) -> Node:
    return Node(
        "Place",
        period.id,
        {
            "id": period.id,
            "name": period.name,
            "level": period.level,
            "code": "",
            "lasting_id": period.lasting_id,
            "search": search_words([period.name]),
        },
    )
