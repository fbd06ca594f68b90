"""Where a graph is kept: one interface for all engines (`graph.stores.open` opens them).

Engines differ in speed and reach, not in what they answer: the same queries run on each.
"""

from collections.abc import Mapping
from typing import Protocol

from graph.errors import StoreError
from graph.facts import Facts, Value

Row = dict[str, Value]


class Store(Protocol):
    """A graph that can be asked and changed. `where` is what it was opened with."""

    @property
    def where(self) -> str:
        """See `graph.stores.open.open_store`."""
        ...

    @property
    def engine(self) -> str:
        """The name of the engine, by which a query that has a text of its own for it is chosen: ladybug or neo4j."""
        ...

    def read(self, cypher: str, params: Mapping[str, Value] | None = None) -> list[Row]:
        """The rows of a query, in its order, keys as in its RETURN. A query that would write is refused.

        Lists come as tuples and what is null as "", as nothing in the model is ever absent.
        Raises UsageError for a text that the engine cannot run, StoreError where the store fails.
        """
        ...

    def replace(self, gone: Facts, facts: Facts) -> None:
        """Put `facts` in the place of `gone` in one transaction: all of it happens, or nothing.

        What stands in both stays; a node or relationship of `facts` that is there already gets the properties given.
        Nodes may be records too. Where anything is written, the number of the store's state is raised with it.
        Raises StoreError where the store fails or where a node of `gone` still has other relationships.
        """
        ...

    def close(self) -> None:
        """Let go of the store; it may be opened again, also by others."""
        ...


def still_unfinished(where: str) -> StoreError:
    """The error for a store that is marked unfinished."""
    return StoreError("copy.unfinished", store=where)
