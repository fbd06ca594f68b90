"""Facts of registers: the periods of their units with codes and days, and the changes between them."""

from collections import defaultdict
from collections.abc import Mapping

from graph.derive.corpus import Corpus
from graph.derive.ledger import Ledger
from graph.facts import Node
from graph.registers.model import Link, RegisterEvent, UnitPeriod, UnitRegister
from graph.registers.parents import parents_of
from graph.registers.register import register_of
from graph.statements import LegStatement, Share, UnitStatement
from graph.words.levels import level_of
from graph.words.pinyin import search_words


def write_registers(corpus: Corpus, ledger: Ledger) -> None:
    """Write down what the tables of each register among the papers of a corpus tell."""
    legs: defaultdict[str, list[tuple[LegStatement, str]]] = defaultdict(list)
    units: defaultdict[str, list[tuple[UnitStatement, str]]] = defaultdict(list)
    for paper in corpus.papers:
        for copy in paper.copies:
            passages = corpus.passages[copy.document.sha256]
            for leg in copy.document.legs:
                legs[leg.scheme].append((leg, passages[leg]))
            for unit in copy.document.units:
                if unit.code:
                    units[unit.scheme].append((unit, passages[unit]))
    for scheme in sorted(legs.keys() | units.keys()):
        _write(register_of(scheme, legs[scheme], units[scheme]), ledger)


def _write(register: UnitRegister, ledger: Ledger) -> None:
    for period in register.periods.values():
        node = ledger.node(_place(period, register.scheme))
        for passage in sorted(period.rows):
            ledger.edge("STATED_IN", node, ("Passage", passage))
    for below, above in parents_of(register.periods).items():
        ledger.edge("PART_OF", ("Place", below), ("Place", above))
    lasting = {identity: period.lasting_id for identity, period in register.periods.items()}
    for event in register.events:
        _write_event(event, lasting, ledger)


def _place(period: UnitPeriod, scheme: str) -> Node:
    return Node(
        "Place",
        period.id,
        {
            "id": period.id,
            "name": period.name,
            "level": period.level or level_of(period.name),
            "code": period.code,
            "scheme": scheme,
            "valid_from": period.valid_from,
            "valid_to": period.valid_to,
            "lasting_id": period.lasting_id,
            "land": (),
            "search": search_words([period.name]),
        },
    )


def _write_event(event: RegisterEvent, lasting: Mapping[str, str], ledger: Ledger) -> None:
    """Write down a change; `lasting` has the lasting place of every period."""
    legs = event.legs
    node = ledger.node(
        Node(
            "ChangeEvent",
            event.id,
            {
                "id": event.id,
                "kind": event.kind,
                "stated_on": next((leg.on for leg in legs if leg.on), event.moment.latest),
                "earliest": event.moment.earliest,
                "latest": event.moment.latest,
                "decided_on": next((leg.decided_on for leg in legs if leg.decided_on), ""),
                "status": next((leg.status for leg in legs), "done"),
                "number": next((leg.number for leg in legs if leg.number), ""),
            },
        )
    )
    for passage in event.passages:
        ledger.edge("STATED_IN", node, ("Passage", passage))
    by_old: defaultdict[str, list[Link]] = defaultdict(list)
    by_new: defaultdict[str, list[Link]] = defaultdict(list)
    for link in event.links:
        by_old[link.old].append(link)
        by_new[link.new].append(link)
    for old, links in sorted(by_old.items()):
        if old:
            goes_on = any(link.new and lasting[link.new] == lasting[old] for link in links)
            ledger.edge(
                "CHANGED_BY",
                ("Place", old),
                node,
                role="continues" if goes_on else "ends",
                share=_share(links),
                part=next((link.part for link in links if link.part), ""),
                into=tuple(link.new for link in links if link.new),
                into_part=tuple(link.new for link in links if link.new and link.share == "part"),
                sources=_sources(links),
            )
    for new, links in sorted(by_new.items()):
        if new:
            goes_on = any(link.old and lasting[link.old] == lasting[new] for link in links)
            ledger.edge(
                "RESULTED_IN",
                node,
                ("Place", new),
                role="continues" if goes_on else "created",
                restores=next((link.restores for link in links if link.restores), ""),
                sources=_sources(links),
            )


def _share(links: list[Link]) -> Share:
    """What is said of all that a unit went into, but for parts, which are named one by one."""
    shares = {link.share for link in links}
    return "unknown" if "unknown" in shares else "whole" if "whole" in shares else "part"


def _sources(links: list[Link]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(passage for link in links for passage, _ in link.said))
