"""What a store keeps beside its facts and says in RDF: what people decided and corrected, each as a graph of its own
with who said so, when and why, and by which rules and readers the facts were made.
"""

import json
from collections.abc import Iterator

from graph.exports.rdf.names import Names, moment, words
from graph.exports.rdf.patterns import Triple, label, typed, values
from graph.facts import Node
from graph.stores.protocol import Store
from graph.stores.read_back import read_obeyed
from graph.stores.state import LABEL as STATE
from graph.stores.state import read_state

Told = tuple[str, list[Triple], list[Triple]]
"""A graph, what describes it, and what it holds."""


def records_of(store: Store) -> tuple[Node, ...]:
    """The records of a store that RDF tells of: decisions, corrections, and the store's state."""
    return (*read_obeyed(store), read_state(store).node)


def recorded(names: Names, record: Node) -> Told:
    """A record (Decision, Correction, State) as a graph; what a correction corrects stands in its graph too, from the
    facts that it changed.
    """
    if record.label == STATE:
        return dataset(names), [*_made(names, record)], []
    graph = names.thing(record.label, record.id)
    said = record.properties
    described = [*_who(names, graph, record)]
    if record.label == "Correction":
        told = {"wp:correctionKind": said["what"], "wp:field": said["field"], "wp:says": said["says"]}
        described += values(names, graph, {**told, **_put_right(str(said["says"]))})
        return graph, described, [(graph, names.term("oa:exact"), words(str(said["quote"])))] if said["quote"] else []
    held = {"wp:verdict": said["verdict"], "wp:decisionKind": said["kind"], "wp:scope": said["place"]}
    if said["verdict"] == "stands" and isinstance(said["names"], tuple):
        held["wp:stands"] = said["names"][0]
    return graph, described, [*values(names, graph, {**held, "wp:name": said["names"]})]


def _put_right(says: str) -> dict[str, str]:
    """What a correction says, and what was read in its place."""
    row = json.loads(says)
    value = row.get("value") or row.get("task", {}).get("title", ())
    return {"wp:value": "、".join(value), "wp:asRead": "、".join(row.get("read", ()))}


def dataset(names: Names) -> str:
    """The whole graph as one thing."""
    return names.thing("dataset", "graph")


def correction(names: Names, graph: str) -> Iterator[Triple]:
    """What a correction is, also where nothing more is known of it."""
    yield from typed(names, graph, "wp:Correction", "prov:Entity")
    yield from label(names, graph, "人工更正", "correction")


def _made(names: Names, state: Node) -> Iterator[Triple]:
    """By what the facts were made; not which store holds them, nor how often that was changed."""
    subject = dataset(names)
    yield from typed(names, subject, "dcat:Dataset")
    yield from label(names, subject, "工作计划图谱", "graph of work plans")
    yield from values(names, subject, {f"wp:{name}": state.properties[name] for name in ("rules", "readers")})


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
