"""Scope: the place inside which a name means something.

社事办 of 蓬莱镇 and 社事办 of 金元镇 are two units. A scope is a place, named by the way to it from the largest
(大英县/蓬莱镇), or, where a paper names no place, the paper itself or one article of a collection.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.words.levels import UNKNOWN, level_of, rank_of
from graph.words.names import masked, name_form


@dataclass(frozen=True, slots=True, order=True)
class Scope:
    """A scope by its `key`. `chain` names its places, the largest first; it is empty where no place is known."""

    key: str
    chain: tuple[str, ...] = ()

    @property
    def level(self) -> str:
        """The level of its place, "unknown" where no place is known."""
        return level_of(self.chain[-1]) if self.chain else UNKNOWN


def scope_of(jurisdiction: str | None, document: str, article: int = 0) -> Scope:
    """The scope of a plan: the place it speaks for, else its document (by id) or its article of the document."""
    chain = chain_of(jurisdiction)
    if chain:
        return Scope("/".join(chain), chain)
    return Scope(f"document:{document}#{article}" if article else f"document:{document}")


def chain_of(jurisdiction: str | None) -> tuple[str, ...]:
    """The places of 大英县/蓬莱镇, the largest first; none where one of them is masked."""
    if not jurisdiction or masked(jurisdiction):
        return ()
    return tuple(name for part in jurisdiction.split("/") if (name := name_form(part)))


TOP = "/"
"""What names the place above those that nothing lies above."""


def scope_named(way: str) -> Scope:
    """The scope that a way names in a table: 大英县/蓬莱镇, `TOP`, or the key of a document that names no place."""
    if way == TOP or not is_place(way):
        return Scope("" if way == TOP else way)
    chain = chain_of(way) or tuple(way.split("/"))
    return Scope("/".join(chain), chain)


def parent_path(scope: Scope, level: str) -> str:
    """The way to the place above a place of `level` that is named in `scope`: "" above the largest.

    What lies inside the scope hangs on the scope; a place as large as the scope or larger hangs on a place above it.
    """
    if not scope.chain:
        return scope.key
    rank = rank_of(level)
    return "/".join(name for name in scope.chain if rank_of(level_of(name)) < rank)


def path_of(scope: Scope, name: str, level: str) -> str:
    """The way to the place `name` as named in `scope`; a place of the scope's own chain is itself."""
    plain = name_form(name)
    if plain in scope.chain:
        return "/".join(scope.chain[: scope.chain.index(plain) + 1])
    return join_path(parent_path(scope, level), plain)


def join_path(parent: str, name: str) -> str:
    """The way to `name` below `parent`."""
    return f"{parent}/{name}" if parent else name


def parts_of(path: str) -> tuple[str, str]:
    """The way to the place above, "" if there is none, and the place's own name."""
    parent, _, name = path.rpartition("/")
    return parent, name


def prefixes(path: str) -> Iterator[str]:
    """The way itself and every way above it."""
    while path:
        yield path
        path = path.rpartition("/")[0]


def is_place(path: str) -> bool:
    """Whether the way leads to a named place: a document that names none is no place."""
    return "/" in path or not path.startswith("document:")
