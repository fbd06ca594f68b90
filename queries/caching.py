"""A store may keep what was made of its graph until the graph changes: for questions that are long in the making."""

from collections.abc import Callable, Hashable, Sequence
from typing import Protocol, TypeVar, runtime_checkable

from graph.stores.protocol import Store

Kept = TypeVar("Kept", bound=Sequence[object])


@runtime_checkable
class Caching(Protocol):
    """A store with a cache before it."""

    @property
    def uncached(self) -> Store:
        """The same store without its cache."""
        ...

    def kept(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """The rows or ids of this key, made now where they are not in the cache; they are read, never changed."""
        ...


def kept(store: Store, key: Hashable, make: Callable[[], Kept]) -> Kept:
    """What `make` makes of the store's graph, from its cache where it has one."""
    return store.kept(key, make) if isinstance(store, Caching) else make()


def uncached(store: Store) -> Store:
    """The store to ask for what is part of something kept, or so long that it would evict all else."""
    return store.uncached if isinstance(store, Caching) else store
