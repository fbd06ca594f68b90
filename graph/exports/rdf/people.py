"""What people decided and corrected, each as a graph of its own with who said so, when and why."""

from collections.abc import Iterator

from graph.exports.rdf.names import Names, moment, words
from graph.exports.rdf.patterns import Triple, label, typed, values
from graph.facts import Node

Told = tuple[str, list[Triple], list[Triple]]
"""A graph, what describes it, and what it holds."""


def decided(names: Names, record: Node) -> Told:
    """A record of a person (Decision, Correction) as a graph; what it corrects stands in this graph too, from the facts
    that it changed.
    """
    graph = names.thing(record.label, record.id)
    said = record.properties
    described = [*_who(names, graph, record)]
    if record.label == "Correction":
        described += values(names, graph, {"wp:correctionKind": said["what"], "wp:field": said["field"]})
        return graph, described, [(graph, names.term("oa:exact"), words(str(said["quote"])))] if said["quote"] else []
    held = {"wp:verdict": said["verdict"], "wp:decisionKind": said["kind"], "wp:scope": said["place"]}
    return graph, described, [*values(names, graph, {**held, "wp:name": said["names"]})]


def correction(names: Names, graph: str) -> Iterator[Triple]:
    """What a correction is, also where nothing more is known of it."""
    yield from typed(names, graph, "wp:Correction", "prov:Entity")
    yield from label(names, graph, "人工更正", "correction")


def _who(names: Names, graph: str, record: Node) -> Iterator[Triple]:
    said = record.properties
    decision = record.label == "Decision"
    if decision:
        yield from typed(names, graph, "wp:Decision", "prov:Entity")
        yield from label(names, graph, "认定", "decision")
    else:
        yield from correction(names, graph)
    if said["who"]:
        yield graph, names.term("dcterms:creator"), words(str(said["who"]))
    day = str(said["decided_on" if decision else "made_on"])
    if day:
        yield graph, names.term("dcterms:created"), moment(day)
    if said["why"]:
        yield graph, names.term("dcterms:description"), words(str(said["why"]))
