"""Documents into a store, as a script in Python loads them: what was read of files, and nothing of the disk.

Where files lie and which of them are meant is the business of `api.ingest`.
"""

from collections.abc import Iterable

from graph.digests import rules_digest
from graph.history.entries import Deed
from graph.history.noting import noting
from graph.model import node_types
from graph.refresh.batches import portions
from graph.refresh.delta import Copy, Delta, together
from graph.refresh.refresh import rebuild, refresh
from graph.statements import PlanDocument
from graph.stores import ddl
from graph.stores.decisions import stored_decisions
from graph.stores.protocol import Store
from graph.stores.state import read_state


def load(store: Store, documents: Iterable[PlanDocument]) -> tuple[str, ...]:
    """Take documents, as `loaders.extract` gives them, into a store; the paths of those that changed it, sorted.

    A document that the store holds already at its path changes nothing, one at the path of another takes its place.
    What is one is joined by rules and by the decisions in the store. A graph that was built by other rules is built
    again first. Many documents are several transactions. Raises StoreError where the store fails; what was committed
    before stays. The history notes it, by nobody's name where the store was not given one (`graph.history.noting`).
    """
    store = noting(store, Deed(act="load"))
    if read_state(store).rules != rules_digest():
        rebuild(store, stored_decisions(store))
    read = {document.path: document for document in documents}
    held = held_copies(store)
    coming = [one for document in read.values() if (one := _coming(document, held)) != Delta()]
    for portion in portions(store, coming):
        refresh(store, together(portion))
    return tuple(sorted({path for one in coming for _, path in one.copies}))


def held_copies(store: Store) -> frozenset[Copy]:
    """All copies that a store holds: the hash of a file's bytes with each path at which it lies."""
    rows = store.read(ddl.read_nodes(node_types()["File"]))
    return frozenset((str(row["id"]), path) for row in rows if isinstance(row["paths"], tuple) for path in row["paths"])


def _coming(document: PlanDocument, held: frozenset[Copy]) -> Delta:
    """What a document changes among these copies."""
    copy = (document.sha256, document.path)
    if copy in held:
        return Delta()
    gone = frozenset(other for other in held if other[1] == document.path)
    if any(sha256 == document.sha256 for sha256, _ in held):
        return Delta(found=frozenset({copy}), gone=gone)
    return Delta(read=(document,), gone=gone)
