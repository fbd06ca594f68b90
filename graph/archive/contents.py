"""A store as it was at one moment: all that a backup is made of but the originals."""

from dataclasses import dataclass

from graph.archive.lines import facts_digest
from graph.decisions.nodes import LABEL as DECISION
from graph.facts import Facts, Node
from graph.reports.nodes import LABEL as REPORT
from graph.stores.one_state import of_one_state
from graph.stores.protocol import Store
from graph.stores.read_back import read_all, read_records
from graph.stores.state import State


@dataclass(frozen=True, slots=True)
class StoreContents:
    """The state of a store with all its facts, decisions and reports."""

    engine: str
    state: State
    facts: Facts
    decisions: tuple[Node, ...]
    reports: tuple[Node, ...]

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

    def read(_: State) -> tuple[Facts, tuple[Node, ...], tuple[Node, ...]]:
        return read_all(store), read_records(store, DECISION), read_records(store, REPORT)

    state, (facts, decisions, reports) = of_one_state(store, read)
    return StoreContents(store.engine, state, facts, decisions, reports)
