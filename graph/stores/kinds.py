"""What a store is, by what it is opened with: a file, memory, or a database on a server; and where what is kept beside
it stands.
"""

import re
from pathlib import Path

from graph.stores.neo4j.address import read_address

MEMORY = ":memory:"
_ON_A_SERVER = "plangraph"
"""What the names begin with, in the working folder, of what is kept beside a store that is no file."""


def on_server(where: str) -> bool:
    """Whether the store `where` is a database on a server."""
    return "://" in where


def in_file(where: str) -> bool:
    """Whether the store `where` is a file."""
    return where != MEMORY and not on_server(where)


def base_path(where: str) -> Path:
    """What the names begin with of all that is kept beside a store: its file; for a database on a server a name of it
    in the working folder, as there may be several. Raises UsageError for an address that is none.
    """
    if in_file(where):
        return Path(where)
    if where == MEMORY:
        return Path(_ON_A_SERVER)
    address = read_address(where)
    place = f"{address.uri.partition('://')[2]}-{address.database}".rstrip("-")
    return Path(f"{_ON_A_SERVER}@{re.sub(r'[^a-z0-9.-]', '-', place.lower())}")


def beside_store(where: str, ending: str) -> Path:
    """The path of what is kept beside a store under a name with this ending. Raises UsageError as `base_path`."""
    base = base_path(where)
    return base.with_name(base.name + ending)
