"""The corrections that stand in a store."""

from graph.corrections.corrections import Corrections
from graph.corrections.nodes import LABEL, corrections_in
from graph.stores.protocol import Store
from graph.stores.read_back import read_records


def stored_corrections(store: Store) -> Corrections:
    """The corrections that are obeyed in a store. Raises StoreError where it fails."""
    return corrections_in(node.properties for node in read_records(store, LABEL))
