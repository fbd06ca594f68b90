"""From one store to another, whatever their engines: everything, page by page, so that a large graph needs no more
memory than a small one.

Each page is a transaction. Before the first the target is marked unfinished, and after the last it no longer is: a copy
that was broken off is opened by nobody but who copies again. Then what the target holds must be a part of the source,
and after it the two hold as much.
"""

from graph.errors import StoreError
from graph.facts import Facts
from graph.model import NODES
from graph.stores.protocol import Store, Target
from graph.stores.read_back import count, page_nodes, read_edges_from, read_nodes


def copy(source: Store, target: Target) -> tuple[int, int]:
    """Copy all of `source` into `target`, which holds nothing, or a part of the source.

    Returns how many nodes and relationships there are. Raises StoreError where the target holds anything else, or where
    a store fails.
    """
    _check_part(source, target)
    target.mark_unfinished(unfinished=True)
    for node in NODES:
        for page in page_nodes(source, node.label):
            target.replace(Facts(), Facts(nodes=tuple(page)))
    for node in NODES:
        for page in page_nodes(source, node.label):
            edges = read_edges_from(source, node.label, (one.id for one in page))
            target.replace(Facts(), Facts(edges=tuple(edges)))
    copied = count(target)
    if copied != count(source):
        raise StoreError("copy.more", target=target.where, source=source.where)
    target.mark_unfinished(unfinished=False)
    return copied


def _check_part(source: Store, target: Store) -> None:
    """Raise StoreError where the target holds a node that the source does not."""
    for node in NODES:
        for page in page_nodes(target, node.label):
            names = [(one.label, one.id) for one in page]
            if len(read_nodes(source, names)) < len(names):
                raise StoreError("copy.others", target=target.where, source=source.where)
