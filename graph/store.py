"""Where a graph is kept: one interface for all engines, and the door that opens them.

Engines differ in speed and reach, not in what they answer: the same queries run on each.
"""

from collections.abc import Mapping
from typing import Protocol

from graph.errors import StoreError, UsageError
from graph.facts import Facts, Value
from graph.neo4j_address import SCHEMES as SERVERS

Row = dict[str, Value]

DEFAULT_STORE = "plangraph.lbug"
"""The file in the working folder that is used where nothing else is chosen."""


class Store(Protocol):
    """A graph that can be asked and changed. `where` is what it was opened with."""

    @property
    def where(self) -> str:
        """See `open_store`."""
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
        Raises StoreError where the store fails or where a node of `gone` still has other relationships.
        """
        ...

    def close(self) -> None:
        """Let go of the store; it may be opened again, also by others."""
        ...


class Target(Store, Protocol):
    """A store into which another is copied, over many transactions."""

    def mark_unfinished(self, *, unfinished: bool) -> None:
        """Note in the store, in a transaction, that its graph is not whole yet, or that it is: see `open_target`.

        Raises StoreError where the store fails.
        """
        ...


class Asked(Store, Protocol):
    """A store that can be asked what nobody has looked at before, within limits."""

    def read_first(self, cypher: str, *, most: int, seconds: float) -> list[Row]:
        """The first rows of a query, as `read` gives them, but no more than `most`.

        A server ends the query after some seconds; the embedded engine does not, and its program is to be ended.
        Raises UsageError and StoreError as `read`, UsageError where it takes too long.
        """
        ...


class Engine(Target, Asked, Protocol):
    """What an engine's own store can do."""


def open_store(where: str, *, read_only: bool = False) -> Store:
    """Open the store at `where`: a path, `:memory:` (new and empty), or an address `neo4j://user@host:7687`.

    A path at which nothing stands yet gets a new, empty store, unless `read_only`. Asking needs only `read_only`,
    which works while another process writes and shows the state at the time of opening.
    Raises StoreError, in one sentence, where there is no store, it is in use, of another version, or marked unfinished.
    """
    return _open(where, read_only=read_only)


def open_target(where: str) -> Target:
    """Open a store to copy another into, as `open_store` does, also one that is marked unfinished."""
    return _open(where, unfinished_too=True)


def open_asked(where: str) -> Asked:
    """Open a store for reading, as `open_store` does, to ask it within limits."""
    return _open(where, read_only=True)


def too_long(seconds: float) -> UsageError:
    """The error for a query that takes longer than it may."""
    return UsageError(f"The query takes longer than {seconds:g} seconds.")


def still_unfinished(where: str) -> StoreError:
    """The error for a store that is marked unfinished."""
    return StoreError(f"The store {where} holds an unfinished copy: wait for its end, or copy into it again.")


def _open(where: str, *, read_only: bool = False, unfinished_too: bool = False) -> Engine:
    scheme, _, _ = where.partition("://")
    if scheme in SERVERS:
        from graph.neo4j_store import Neo4jStore  # noqa: PLC0415 - an engine is loaded only where it is used

        return Neo4jStore(where, read_only=read_only, unfinished_too=unfinished_too)
    if scheme != where:
        raise UsageError(f"{where} is no store that plangraph knows: give a path, :memory: or neo4j://user@host:7687.")
    from graph.ladybug_store import LadybugStore  # noqa: PLC0415 - an engine is loaded only where it is used

    return LadybugStore(where, read_only=read_only, unfinished_too=unfinished_too)
