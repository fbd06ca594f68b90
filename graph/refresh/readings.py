"""What was read of files again, in the place of what other readers read of them; nothing is built from it yet.

A store that another version has left may hold passages that this one cannot understand, from which nothing can be
built. So here nothing is understood that was there: passages go and come as they are.
"""

from dataclasses import replace

from graph.facts import Edge, Facts, Node
from graph.papers.passages import passage_ids, passage_node
from graph.refresh.delta import Delta
from graph.statements import PlanDocument
from graph.stores.protocol import Store
from graph.stores.read_back import read_edges_at, read_nodes
from graph.stores.state import read_state


def write_readings(store: Store, coming: Delta) -> None:
    """Put the passages of files that were read again in the place of those that the store holds, in one transaction.

    What follows from them must be built again (`graph.refresh.refresh.rebuild`), which the state says from then on.
    Raises StoreError where the store fails.
    """
    read = {document.sha256: document for document in coming.read}
    if not read:
        return
    files = read_nodes(store, {("File", sha256) for sha256 in read})
    having = [edge for edge in read_edges_at(store, [("File", file.id) for file in files]) if edge.type == "HAS"]
    held = read_nodes(store, {edge.end for edge in having})
    passages, has = _passages([read[file.id] for file in files])
    going = {("Passage", node.id) for node in held} - {("Passage", node.id) for node in passages}
    now = [_read_anew(file, read[file.id]) for file in files]
    state = read_state(store)
    after = replace(state, rules="", readers=next(iter(read.values())).read_by)
    store.replace(
        Facts((*files, *held, state.node), (*having, *read_edges_at(store, going))),
        Facts((*now, *passages, after.node), tuple(has)),
    )


def _read_anew(file: Node, document: PlanDocument) -> Node:
    """The node of a file, which lies where it lay, once it was read as this document."""
    return replace(file, properties={**file.properties, "format": document.format, "read_by": document.read_by})


def _passages(documents: list[PlanDocument]) -> tuple[list[Node], list[Edge]]:
    """The passages of documents, of which it is not known yet to which tasks they lead, and what holds them."""
    nodes, edges = [], []
    for document in documents:
        for statement, passage in passage_ids(document).items():
            nodes.append(passage_node(statement, passage, ""))
            edges.append(Edge("HAS", ("File", document.sha256), ("Passage", passage), {}))
    return nodes, edges
