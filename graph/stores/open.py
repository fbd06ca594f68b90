"""The door to a graph: opens the store at a path or an address, with the engine that keeps it."""

from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import UsageError
from graph.stores.kinds import in_file
from graph.stores.loss import NO_LOSS, Loss
from graph.stores.neo4j.address import SCHEMES as SERVERS
from graph.stores.protocol import Store

if TYPE_CHECKING:
    from graph.stores.ladybug.commits import Commits

DEFAULT_STORE = "plangraph.lbug"
"""The file in the working folder that is used where nothing else is chosen."""


def open_store(where: str, *, read_only: bool = False) -> Store:
    """Open the store at `where`: a path, `:memory:` (new and empty), or an address `neo4j://user@host:7687`.

    A path at which nothing stands yet gets a new, empty store, unless `read_only`. Asking needs only `read_only`,
    which works while another process writes and shows the state at the time of opening. A store of an older version is
    brought up to date, unless `read_only`; its facts are to be built again then (`graph.stores.state`).
    Raises StoreError, in one sentence, where there is no store, it is in use, of another version, or marked unfinished.
    """
    return _open(where, read_only=read_only)


def open_target(where: str) -> Store:
    """Open a store to copy another into, as `open_store` does, also one that is marked unfinished."""
    return _open(where, unfinished_too=True)


def open_again(where: str) -> Store:
    """Open a store to write, as `open_store` does; where its file is damaged or gone, and it is noted what had been
    committed, make it again with nothing in it: all of that is its loss then (`read_loss`). The damaged file is kept.
    """
    return _open(where, again=True)


def is_noted(where: str) -> bool:
    """Whether it is noted that anything was committed to the store `where`. Raises StoreError."""
    noted = _noted(where)
    return noted is not None and bool(noted.held)


def read_loss(where: str) -> Loss:
    """What is missing in the store `where` of what had been committed to it, as the last program that opened it to
    write has noted. Raises StoreError.
    """
    noted = _noted(where)
    return noted.loss if noted else NO_LOSS


def _noted(where: str) -> "Commits | None":
    """What was noted of commits beside the store `where`, None where nothing is."""
    from graph.stores.ladybug.commit_note import read_commits  # noqa: PLC0415 - as the engine itself, see below

    return read_commits(Path(where).resolve()) if in_file(where) else None


def _open(where: str, *, read_only: bool = False, unfinished_too: bool = False, again: bool = False) -> Store:
    scheme, _, _ = where.partition("://")
    if scheme in SERVERS:
        from graph.stores.neo4j.store import Neo4jStore  # noqa: PLC0415 - an engine is loaded only where it is used

        return Neo4jStore(where, read_only=read_only, unfinished_too=unfinished_too)
    if scheme != where:
        raise UsageError("store.unknown", typed=where)
    from graph.stores.ladybug.store import LadybugStore  # noqa: PLC0415 - an engine is loaded only where it is used

    return LadybugStore(where, read_only=read_only, unfinished_too=unfinished_too, again=again)
