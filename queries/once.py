"""What is long in the making and asked for often: made once for a state of the graph, by a store that remembers."""

from collections.abc import Callable, Hashable, Sized
from typing import Protocol, TypeVar, runtime_checkable

from graph.stores.protocol import Row, Store

Thing = TypeVar("Thing", bound=Sized)


@runtime_checkable
class Remembering(Protocol):
    """A store that keeps what was made of its graph until the graph changes."""

    def made(self, asked: Hashable, make: Callable[[], Thing]) -> Thing:
        """The thing for what is asked, made now if it is not kept; it is read, never changed."""
        ...

    def answered(self, asked: Hashable, make: Callable[[], list[Row]]) -> list[Row]:
        """The same for rows that answer a question."""
        ...

    @property
    def passing(self) -> Store:
        """The same store, which keeps nothing of what it answers."""
        ...


def once(store: Store, asked: Hashable, make: Callable[[], Thing]) -> Thing:
    """What `make` makes of the store's graph, from the store itself where that keeps it."""
    return store.made(asked, make) if isinstance(store, Remembering) else make()


def answered(store: Store, asked: Hashable, make: Callable[[Store], list[Row]]) -> list[Row]:
    """The rows that `make` makes by asking the store that it is given, in a list of the caller's own; a row is read,
    never changed.
    """
    return list(store.answered(asked, lambda: make(store.passing))) if isinstance(store, Remembering) else make(store)


def in_passing(store: Store) -> Store:
    """The store to ask for the parts of something long, which would push out what it keeps."""
    return store.passing if isinstance(store, Remembering) else store
