"""Digests of the texts by which a graph is made, so that a store can tell whether others made it.

A digest is of whole rooms, code and tables: who changes a comment in one of them makes other rules, who changes a store
or an export does not.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

RULES = (
    "words",
    "vocabulary",
    "identity",
    "decisions",
    "corrections",
    "papers",
    "places",
    "registers",
    "derive",
    "statements.py",
    "facts.py",
    "ids.py",
)
"""The rooms and modules of `graph` that decide which facts follow from statements and decisions."""

OTHERS = (
    "stores",
    "refresh",
    "archive",
    "reports",
    "gazetteer",
    "history",
    "exports",
    "messages",
    "model.py",
    "model_types.py",
    "media_types.py",
    "keywords.py",
    "errors.py",
    "digests.py",
    "durable_files.py",
    "__init__.py",
)
"""Those that decide no fact: where facts are kept, when they are made anew, how they are written. The tables of the
model have a digest of their own (`graph.stores.ddl.model_digest`).
"""

_LENGTH = 16
"""Hexadecimal digits of a digest."""


@cache
def rules_digest() -> str:
    """The digest of the rules of this program."""
    return digest_of(texts_of(files("graph"), RULES))


def digest_of(texts: Iterable[tuple[str, bytes]]) -> str:
    """The digest of texts by name, in whatever order they come."""
    return hashlib.sha256(repr(sorted(texts)).encode()).hexdigest()[:_LENGTH]


def texts_of(package: Traversable, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The code and the tables of some rooms and modules of a package, each with its way from there."""
    for name in names:
        yield from _texts(package.joinpath(name), name)


def _texts(entry: Traversable, way: str) -> Iterator[tuple[str, bytes]]:
    if entry.is_dir():
        for inside in entry.iterdir():
            yield from _texts(inside, f"{way}/{inside.name}")
    elif entry.name.endswith((".py", ".toml", ".ttf")):
        yield way, entry.read_bytes()
