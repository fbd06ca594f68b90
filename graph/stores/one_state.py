"""What is read of a store in several questions, all of it of one state."""

from collections.abc import Callable
from typing import TypeVar

from graph.errors import StoreError
from graph.stores.protocol import Store
from graph.stores.state import State, read_state

ATTEMPTS = 5
"""How often a store that others change meanwhile is read, before it is told."""

Read = TypeVar("Read")


def of_one_state(store: Store, read: Callable[[State], Read]) -> tuple[State, Read]:
    """What `read` gives, and the state of the store that it is of: read again where others changed the store meanwhile.

    Raises StoreError where it fails, or is changed again and again.
    """
    for _ in range(ATTEMPTS):
        state = read_state(store)
        found = read(state)
        if read_state(store).name == state.name:
            return state, found
    raise StoreError("store.busy", store=store.where)
