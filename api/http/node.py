"""One thing of the graph with all its relationships."""

from api.http.around.problems import ProblemError
from graph.facts import Facts
from graph.stores.protocol import Store
from graph.stores.read_back import read_edges_at, read_edges_from, read_nodes, read_records


def facts_of(store: Store, label: str, identity: str) -> Facts:
    """The node of this label and id with its relationships. Raises ProblemError (404) where there is none."""
    nodes = read_nodes(store, [(label, identity)])
    if not nodes:
        raise ProblemError(404, "http.no_thing", kind=label.lower())
    edges = {edge.key: edge for edge in read_edges_at(store, [(label, identity)])}
    return Facts(tuple(nodes), tuple(edges[key] for key in sorted(edges)))


def around(store: Store, facts: Facts) -> Facts:
    """What the facts of a thing hang on: they, the things at the ends of its relationships, the units of posts and
    the results of changes there, and the papers by whose numbers a change was decided.
    """
    ends = {end for edge in facts.edges for end in (edge.start, edge.end)}
    known = {(node.label, node.id): node for node in (*facts.nodes, *read_nodes(store, sorted(ends)))}
    edges = {edge.key: edge for edge in facts.edges}
    for label in ("Post", "ChangeEvent"):
        ids = [identity for kind, identity in sorted(known) if kind == label]
        edges |= {edge.key: edge for edge in (read_edges_from(store, label, ids) if ids else ())}
    if any(node.properties.get("number") for node in facts.nodes if node.label == "ChangeEvent"):
        known |= {(node.label, node.id): node for node in read_records(store, "Document")}
    return Facts(tuple(known.values()), tuple(edges.values()))


def told(facts: Facts, label: str, identity: str) -> dict[str, object]:
    """The same as JSON: its kind, its properties, and its relationships with what stands at both ends."""
    return {
        "kind": label.lower(),
        "id": identity,
        "properties": {**facts.nodes[0].properties},
        "relationships": [
            {"type": edge.type, "start": _named(edge.start), "end": _named(edge.end), "properties": {**edge.properties}}
            for edge in facts.edges
        ],
    }


def _named(end: tuple[str, str]) -> dict[str, str]:
    return {"kind": end[0].lower(), "id": end[1]}
