"""The ledger holds each fact once, sorted, with the sources of equal relationships united."""

from graph.derive.ledger import Ledger, union
from graph.facts import Node


def ledger_of(*sources: str) -> Ledger:
    ledger = Ledger()
    unit, task = (ledger.node(Node(label, "1", {"id": "1"})) for label in ("Unit", "Task"))
    for number, source in enumerate(sources, start=1):
        ledger.edge("LEADS", unit, task, position=number, sources=(source,))
    return ledger


def test_equal_relationships_are_one_with_the_sources_of_both() -> None:
    (edge,) = ledger_of("a", "b", "a").facts().edges
    assert edge.properties == {"position": 1, "sources": ("a", "b")}


def test_facts_are_sorted_by_name() -> None:
    assert [node.label for node in ledger_of("a").facts().nodes] == ["Task", "Unit"]


def test_the_union_of_equal_facts_is_the_facts() -> None:
    facts = ledger_of("a", "b").facts()
    assert union([facts, facts]) == facts
