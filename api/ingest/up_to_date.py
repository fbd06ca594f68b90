"""Whether a graph was built by the decisions and the rules that are in force now; where it was not, it is built again.

Beside the store stands the digest of those by which all its facts were built. It is taken away before a graph is built
again and written after, so that a program that is killed meanwhile leaves no wrong one. Files are not read again: what
they say stands in the graph, as it was understood when they were loaded.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from api.ingest.own_files import RULES
from api.ingest.register import ENDING, register_path
from graph.decisions.decisions import Decisions, to_toml
from graph.errors import StoreError, reason_of
from graph.model import node_types
from graph.refresh.refresh import rebuild
from graph.stores import ddl
from graph.stores.protocol import Store


def keep_up(store: Store, decisions: Decisions) -> bool:
    """Build a graph again if it was built by other decisions or rules than these; whether it was built again.

    On a server a graph without a digest here was loaded from elsewhere, by decisions that stand there: it is left as it
    is, and taken to obey these. Raises StoreError where the store or the digest fails.
    """
    path = _path(store.where)
    if path is None:
        return False
    known = _read(path)
    if known == _digest(decisions):
        return False
    if (not known and "://" in store.where) or not _holds_files(store):
        _write(path, _digest(decisions))
        return False
    build_again(store, decisions)
    return True


def build_again(store: Store, decisions: Decisions) -> None:
    """Build all facts of a store again from its passages. Raises StoreError where the store or the digest fails."""
    path = _path(store.where)
    if path is not None:
        _write(path, "")
    rebuild(store, decisions)
    if path is not None:
        _write(path, _digest(decisions))


def _holds_files(store: Store) -> bool:
    return bool(store.read(ddl.page_of_nodes(node_types()["File"]), {"after": "", "limit": 1}))


def _path(where: str) -> Path | None:
    """Where the digest stands, beside the register; a store in memory ends with its program and has none."""
    register = register_path(where)
    return None if register is None else register.with_name(register.name.removesuffix(ENDING) + RULES)


def _digest(decisions: Decisions) -> str:
    return hashlib.sha256((_rules() + to_toml(decisions)).encode()).hexdigest()


@cache
def _rules() -> str:
    """The digest of the rules: of all texts of the package `graph`, code and tables."""
    texts = sorted((file.name, file.read_bytes()) for file in _texts(files("graph")))
    return hashlib.sha256(repr(texts).encode()).hexdigest()


def _texts(folder: Traversable) -> Iterator[Traversable]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _texts(entry)
        elif entry.name.endswith((".py", ".toml")):
            yield entry


def _read(path: Path) -> str:
    """The digest at a path, "" for none."""
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError("file.unreadable", path=path) from error


def _write(path: Path, digest: str) -> None:
    """Keep a digest whole, or where it is "" take away the one that stands there."""
    aside = path.with_name(path.name + ".new")
    try:
        if not digest:
            path.unlink(missing_ok=True)
            return
        aside.write_text(digest + "\n", encoding="ascii", newline="\n")
        aside.replace(path)
    except OSError as error:
        raise StoreError("file.not_written", path=path, reason=reason_of(error)) from error
