"""RDF of a growing graph, beside rdflib's own serializer on the same triples in the same run.

usage: python -m benchmarks.linked_data [TASKS…]

Prints for each number of tasks: triples, processor seconds and peak memory of the export to Turtle (of its own process,
facts included), and the processor seconds of rdflib writing the same triples once it has them; then those of our SHACL
shapes, of the index for SPARQL, and of a question in it.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from typing import TypeVar

from rdflib import Graph

from graph.exports.rdf import export
from graph.exports.rdf.sparql import ask_sparql, index
from graph.exports.rdf.validation import violations
from graph.facts import Edge, Facts, Node
from graph.model import node_types, relationship_types
from graph.model_types import NOTHING

Made = TypeVar("Made")
QUESTION = 'SELECT ?title WHERE { ?task wp:leader/foaf:name "张7"@zh ; skos:prefLabel ?title } ORDER BY ?title'
PLANS = 20
"""Tasks of a plan."""
MOST_OF_PEER = 100_000
"""Triples up to which the peer is run: beyond it takes minutes and gigabytes."""


def invented(tasks: int) -> Facts:
    """A graph of so many tasks, each with a passage, a unit that leads it and a leader."""
    nodes: dict[tuple[str, str], Node] = {}
    edges: list[Edge] = []

    def node(label: str, identity: str, **values: str | int | tuple[str, ...]) -> tuple[str, str]:
        blank = {p.name: NOTHING[p.type] for p in node_types()[label].properties}
        nodes[label, identity] = Node(label, identity, {**blank, "id": identity, **values})
        return label, identity

    def edge(kind: str, start: tuple[str, str], end: tuple[str, str], **values: str | int | tuple[str, ...]) -> None:
        blank = {p.name: NOTHING[p.type] for p in relationship_types()[kind].properties}
        edges.append(Edge(kind, start, end, {**blank, **values}))

    file, paper = node("File", "f", format="txt", paths=("甲.txt",)), node("Document", "d", title="甲方案")
    edge("COPY_OF", file, paper)
    for number in range(tasks):
        plan = node("Plan", f"l{number // PLANS}", title=f"方案{number // PLANS}")
        if number % PLANS == 0:
            edge("CONTAINS", paper, plan)
        quote = f"第{number}项 推进村级事项办理，由甲办牵头，12月底前完成"
        passage = node("Passage", f"s{number}", quote=quote, line=number + 1, end_char=30)
        task = node(
            "Task",
            f"t{number}",
            title=f"推进第{number}项",
            content=quote,
            due="2021-12-31",
            due_text="2021年12月底前",
            due_dates=("2021-12-31",),
            due_stated=("2021-12",),
            standing=f"s{number}",
        )
        unit = node("Unit", f"u{number % 97}", name=f"甲{number % 97}办", kind="body")
        person = node("Person", f"p{number % 31}", name=f"张{number % 31}")
        edge("HAS", file, passage)
        edge("SETS", plan, task)
        edge("STATED_IN", task, passage)
        edge("LEADS", unit, task, position=1, basis="label", sources=(f"s{number}",))
        edge("OVERSEES", person, task, position=1, basis="label", sources=(f"s{number}",))
    ordered = tuple(nodes[name] for name in sorted(nodes))
    return Facts(ordered, tuple(sorted(edges, key=lambda one: one.key)))


def measured(tasks: int) -> str:
    """The figures for so many tasks, as a line."""
    facts = invented(tasks)
    before = time.process_time()
    out = BytesIO()
    export(facts, "ttl", out)
    own = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    lines = BytesIO()
    export(facts, "nt", lines)
    triples = lines.getvalue().count(b"\n")
    told = f"{tasks} tasks, {triples} triples: Turtle in {own:.2f} s, {peak} MiB"
    if triples <= MOST_OF_PEER:
        graph = Graph().parse(data=lines.getvalue(), format="nt")
        _, peer = _timed(lambda: graph.serialize(format="turtle"))
        told += f"; rdflib {peer:.2f} s, {peer / own:.1f} times"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found, checking = _timed(lambda: violations(lines.getvalue()))
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    told += f"; {len(found)} violations in {checking:.1f} s, {more} MiB more"
    known, indexing = _timed(lambda: index(facts))
    _, asking = _timed(lambda: ask_sparql(known, QUESTION))
    return f"{told}; index in {indexing:.2f} s, a question {asking * 1000:.0f} ms"


def _timed(work: Callable[[], Made]) -> tuple[Made, float]:
    """What work makes, and its processor seconds."""
    before = time.process_time()
    made = work()
    return made, time.process_time() - before


def main() -> None:
    """Print a line a size, each measured by a program of its own."""
    if sys.argv[1:2] == ["--one"]:
        print(measured(int(sys.argv[2])))
        return
    for tasks in sys.argv[1:] or ("300", "1000"):
        subprocess.run([sys.executable, "-m", "benchmarks.linked_data", "--one", tasks], check=True)


if __name__ == "__main__":
    main()
