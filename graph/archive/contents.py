"""A store as it was at one moment: all that a backup is made of but the originals."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.archive.lines import facts_digest
from graph.facts import Facts, Node
from graph.model import BY_PEOPLE
from graph.stores.one_state import of_one_state
from graph.stores.protocol import Store
from graph.stores.read_back import read_all, read_records
from graph.stores.state import State


@dataclass(frozen=True, slots=True)
class StoreContents:
    """The state of a store with all its facts, and the records that people made, by their label."""

    engine: str
    state: State
    facts: Facts
    records: Mapping[str, tuple[Node, ...]]

    @property
    def read(self) -> Facts:
        """What was read of files, from which all facts follow: files, passages, and which holds which."""
        nodes = tuple(node for node in self.facts.nodes if node.label in {"File", "Passage"})
        return Facts(nodes, tuple(edge for edge in self.facts.edges if edge.type == "HAS"))

    @property
    def digest(self) -> str:
        """The digest of all facts."""
        return facts_digest(self.facts)


def contents_of(store: Store) -> StoreContents:
    """All of one state of a store. Raises StoreError where it fails or is changed again and again meanwhile."""
    state, (facts, records) = of_one_state(
        store, lambda _: (read_all(store), {label: read_records(store, label) for label in BY_PEOPLE})
    )
    return StoreContents(store.engine, state, facts, records)
