"""The human decisions that stand in a store."""

from graph.decisions.decisions import Decisions
from graph.decisions.nodes import LABEL, decisions_in
from graph.stores.protocol import Store
from graph.stores.read_back import read_records


def stored_decisions(store: Store) -> Decisions:
    """The decisions that are obeyed in a store. Raises StoreError where it fails."""
    return decisions_in(node.properties for node in read_records(store, LABEL))
