"""A store as it was at one moment: all that a backup is made of but the originals."""

from dataclasses import dataclass

from graph.archive.lines import facts_digest
from graph.decisions.nodes import LABEL as DECISION
from graph.facts import Facts, Node
from graph.history.entries import LABEL as HISTORY
from graph.stores.one_state import of_one_state
from graph.stores.protocol import Store
from graph.stores.read_back import read_all, read_records
from graph.stores.state import State


@dataclass(frozen=True, slots=True)
class StoreContents:
    """The state of a store with all its facts and decisions, and its history."""

    engine: str
    state: State
    facts: Facts
    decisions: tuple[Node, ...]
    history: tuple[Node, ...]

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
    state, (facts, decisions, history) = of_one_state(
        store, lambda _: (read_all(store), read_records(store, DECISION), read_records(store, HISTORY))
    )
    return StoreContents(store.engine, state, facts, decisions, history)
