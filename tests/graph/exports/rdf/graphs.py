"""Graphs as RDF for tests: what files say, and a graph with every kind of change."""

from collections.abc import Iterator

from rdflib import Graph

from graph.exports.rdf import to_text
from graph.facts import Edge, Facts, Node
from graph.keywords import CHANGE_KINDS, LEVELS
from tests.graph.examples import edge, facts, node


def every_change() -> Facts:
    """A change of each kind, of places of each level, with a paper that decided it, its file and its words."""
    return facts(*_elements())


def _elements() -> Iterator[Node | Edge]:
    file, paper = (
        node("File", "f", format="txt", paths=("通知.txt",)),
        node("Document", "d", number="甲政发〔2020〕1号"),
    )
    passage = node("Passage", "p", quote="设立乙村", line=1, end_char=4)
    yield from (file, paper, passage, edge("HAS", file, passage), edge("COPY_OF", file, paper))
    yield edge("STATED_IN", paper, passage)
    for number, (kind, level) in enumerate(zip(CHANGE_KINDS, LEVELS, strict=False)):
        told = {"kind": kind.value, "number": ("甲政发〔2020〕1号", "乙政发〔2020〕2号")[number % 2]}
        change = node("ChangeEvent", f"e{number}", stated_on="2020-05-06", decided_on="2020-05-01", **told)
        before = node("Place", f"b{number}", name=f"甲{number}村", level=level.value, lasting_id=f"l{number}")
        after = node("Place", f"a{number}", name=f"乙{number}村", level=level.value)
        yield from (change, before, after, edge("STATED_IN", change, passage), edge("PART_OF", before, after))
        yield edge("CHANGED_BY", before, change, role="ends", share="whole", sources=("p",))
        if kind.value != "abolish":
            yield edge("RESULTED_IN", change, after, role="created", sources=("p",))


def as_graph(known: Facts) -> Graph:
    """Facts as an rdflib graph without the vocabulary's words, read from what is written."""
    return Graph().parse(data=to_text(known, "ttl"), format="turtle")
