"""What a store says of itself, in its one State node: by which model, rules and readers its graph was made, whether
that is whole, and a number that every change raises.

The number counts the changes of one store; the token, given at random when a store is made, keeps the numbers of two
stores apart. `taken_in` holds the digests of files of decisions that were taken into it.
"""

import secrets
from dataclasses import dataclass

from graph.digests import rules_digest
from graph.errors import StoreError
from graph.facts import Facts, Node, Value
from graph.stores import ddl
from graph.stores.protocol import Row, Store
from graph.stores.read_back import read_records

LABEL = "State"
ONLY = "state"
"""The id of the one node."""
_TOKEN = 8
"""Random bytes of a token."""


@dataclass(frozen=True, slots=True)
class State:
    """The state of a store. `rules` are those by which all its facts were built ("" where they must be built again),
    `readers` those that last read any file into it; each file has its own (the property `read_by`).
    """

    model: str
    rules: str
    readers: str
    unfinished: bool
    number: int
    token: str
    taken_in: tuple[str, ...]

    @property
    def name(self) -> str:
        """What names this state of this store, and no other of any."""
        return f"{self.token}-{self.number}"

    @property
    def node(self) -> Node:
        """The node that says so."""
        properties: dict[str, Value] = {
            "id": ONLY,
            "model": self.model,
            "rules": self.rules,
            "readers": self.readers,
            "unfinished": self.unfinished,
            "number": self.number,
            "token": self.token,
            "taken_in": self.taken_in,
        }
        return Node(LABEL, ONLY, properties)


def new_state(*, rules: str | None = None, unfinished: bool = False) -> State:
    """The state of a store that is made now, empty and so by the rules of this program; or of one that others made."""
    known = rules_digest() if rules is None else rules
    return State(ddl.model_digest(), known, "", unfinished, 0, secrets.token_hex(_TOKEN), ())


def state_of(row: Row) -> State:
    """The state that the properties of its node tell."""
    taken_in = row["taken_in"]
    return State(
        model=str(row["model"]),
        rules=str(row["rules"]),
        readers=str(row["readers"]),
        unfinished=row["unfinished"] is True,
        number=int(str(row["number"])),
        token=str(row["token"]),
        taken_in=taken_in if isinstance(taken_in, tuple) else (),
    )


def read_state(store: Store) -> State:
    """The state of a store as it is now. Raises StoreError where it fails, or somebody has emptied it by hand."""
    nodes = read_records(store, LABEL)
    if not nodes:
        raise emptied(store.where)
    return state_of(dict(nodes[0].properties))


def change_state(store: Store, after: State) -> None:
    """Write what a store says of itself, in a transaction; the number is raised by that."""
    store.replace(Facts(), Facts(nodes=(after.node,)))


def emptied(where: str) -> StoreError:
    """The error for a store that is open and has lost its state."""
    return StoreError("store.emptied", store=where)
