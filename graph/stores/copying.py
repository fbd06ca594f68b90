"""From one store to another, whatever their engines: everything, page by page, so that a large graph needs no more
memory than a small one.

Decisions, corrections, reports and the history go along, the state does not: the target has its own. Some pages
together are a transaction. Before the first the target is marked unfinished, and after the last, of these records, it
no longer is: a copy that was broken off is opened by nobody but who copies again. Then what the target holds must be a
part of the source, and after it the two hold as much.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from graph.errors import StoreError
from graph.facts import Edge, Facts, Node
from graph.model import APPENDED, BY_PEOPLE, NODES
from graph.stores.protocol import Store
from graph.stores.read_back import count, page_nodes, read_edges_from, read_nodes, read_records
from graph.stores.state import change_state, read_state

TOGETHER = 100_000
"""Nodes or relationships that are written at once, by a store that copies many quickly: some 200 MB of memory."""

Some = TypeVar("Some", Node, Edge)


def copy(source: Store, target: Store, beside: Callable[[], object] | None = None) -> tuple[int, int]:
    """Copy all of `source` into `target`, which holds nothing, or a part of the source. `beside` copies what lies
    beside the store: whatever belongs to a copy is there before it is marked finished.

    Returns how many nodes and relationships there are. Raises StoreError where the target holds anything else, or where
    a store fails.
    """
    begun = read_state(source).name
    _check_part(source, target)
    change_state(target, replace(read_state(target), unfinished=True))
    for nodes in _together(page for node in NODES for page in page_nodes(source, node.label)):
        target.replace(Facts(), Facts(nodes=tuple(nodes)))
    for edges in _together(
        read_edges_from(source, node.label, (one.id for one in page))
        for node in NODES
        for page in page_nodes(source, node.label)
    ):
        target.replace(Facts(), Facts(edges=tuple(edges)))
    target.replace(Facts(), Facts(nodes=tuple(node for label in BY_PEOPLE for node in read_records(source, label))))
    copied, told = count(target), read_state(source)
    if copied != count(source) or told.name != begun:
        raise StoreError("copy.more", target=target.where, source=source.where)
    if beside is not None:
        beside()
    own = read_state(target)
    taken_in = tuple(sorted({*own.taken_in, *told.taken_in}))
    whole = replace(own, unfinished=False, rules=told.rules, readers=told.readers, taken_in=taken_in)
    change_state(target, whole)
    return copied


def _together(pages: Iterable[list[Some]]) -> Iterator[list[Some]]:
    """Pages joined until they hold what is written at once."""
    gathered: list[Some] = []
    for page in pages:
        gathered += page
        if len(gathered) >= TOGETHER:
            yield gathered
            gathered = []
    if gathered:
        yield gathered


def _check_part(source: Store, target: Store) -> None:
    """Raise StoreError where the target holds a node that the source does not."""
    for node in NODES:
        for page in page_nodes(target, node.label):
            names = [(one.label, one.id) for one in page]
            if len(read_nodes(source, names)) < len(names):
                raise StoreError("copy.others", target=target.where, source=source.where)
    for label in BY_PEOPLE:
        others = {_told(node) for node in read_records(target, label)}
        if others <= {_told(node) for node in read_records(source, label)}:
            continue
        if label == "Report":
            raise StoreError("copy.reports", target=target.where, source=source.where)
        if label == "HistoryEntry":
            raise StoreError("copy.history", target=target.where, source=source.where)
        raise StoreError("copy.decisions", target=target.where, source=source.where)


def _told(one: Node) -> tuple[object, ...]:
    """What is decided or corrected, whoever did when and why; all of what is only added."""
    if one.label in APPENDED:
        return tuple(sorted(one.properties.items()))
    return one.id, one.properties["verdict" if one.label == "Decision" else "says"]
