"""One thing of the graph with all its relationships."""

from api.http.around.problems import ProblemError
from graph.facts import Facts
from graph.stores.protocol import Store
from graph.stores.read_back import read_edges_at, read_nodes


def facts_of(store: Store, label: str, identity: str) -> Facts:
    """The node of this label and id with its relationships. Raises ProblemError (404) where there is none."""
    nodes = read_nodes(store, [(label, identity)])
    if not nodes:
        raise ProblemError(404, "http.no_thing", kind=label.lower())
    edges = {edge.key: edge for edge in read_edges_at(store, [(label, identity)])}
    return Facts(tuple(nodes), tuple(edges[key] for key in sorted(edges)))


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
