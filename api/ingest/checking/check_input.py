"""What `api.ingest.checking.check` needs of a store, read at once and of one state, so that the store can be let go of
before anything is built, compared or opened: that takes long, and nobody could change the store meanwhile.
"""

from dataclasses import dataclass

from api.ingest.files.register import Register, read_register
from api.ingest.upkeep.read_again import waiting_files
from graph.digests import rules_digest
from graph.facts import Facts, Node
from graph.model import BY_PEOPLE, OBEYED
from graph.refresh.comparison import FactDifference, not_found
from graph.refresh.delta import Copy
from graph.refresh.refresh import paths_of
from graph.stores.loss import Loss
from graph.stores.one_state import of_one_state
from graph.stores.open import read_loss
from graph.stores.protocol import Store
from graph.stores.read_back import read_all, read_records
from graph.stores.state import State


@dataclass(frozen=True, slots=True)
class CheckInput:
    """One state of the store `where`: its facts, the `records` that people made, facts `unfound` by the ways that
    queries take (not asked where other rules built them), how many files are `stale`, as other readers read them, its
    register, and what was committed and is lost.
    """

    where: str
    state: State
    facts: Facts
    records: tuple[Node, ...]
    unfound: tuple[FactDifference, ...]
    stale: int
    register: Register
    loss: Loss

    @property
    def copies(self) -> frozenset[Copy]:
        """All copies that the store holds: the hash of a file's bytes with each path at which it lies."""
        return frozenset(
            (file.id, path) for file in self.facts.nodes if file.label == "File" for path in paths_of(file)
        )

    @property
    def obeyed(self) -> tuple[Node, ...]:
        """The records by which facts are built."""
        return tuple(node for node in self.records if node.label in OBEYED)

    def passages(self) -> dict[str, list[Node]]:
        """The passages of each file, by its hash."""
        known = {node.id: node for node in self.facts.nodes if node.label == "Passage"}
        held: dict[str, list[Node]] = {}
        for edge in self.facts.edges:
            if edge.type == "HAS" and edge.end[1] in known:
                held.setdefault(edge.start[1], []).append(known[edge.end[1]])
        return held


def read_for_check(store: Store) -> CheckInput:
    """All of one state of a store. Raises StoreError where it fails or is changed again and again meanwhile."""
    return of_one_state(store, lambda state: _read(store, state))[1]


def _read(store: Store, state: State) -> CheckInput:
    facts = read_all(store)
    return CheckInput(
        where=store.where,
        state=state,
        facts=facts,
        records=tuple(node for label in BY_PEOPLE for node in read_records(store, label)),
        unfound=tuple(not_found(store, facts)) if state.rules == rules_digest() else (),
        stale=len(waiting_files(store)),
        register=read_register(store.where),
        loss=read_loss(store.where),
    )
