"""The names of a graph, for the grammar of questions."""

from collections.abc import Iterator

from graph.stores.protocol import Store
from graph.words.levels import level_of
from queries.ask import ask
from queries.caching import kept
from queries.grammar.names import KnownNames, Name, NameKind, names_of
from queries.rows import NamedRow


def known(graph: Store) -> KnownNames:
    """All names of leaders, units, places, plans and papers; a store with a cache keeps them."""
    return kept(graph, ("grammar.names",), lambda: (names_of(_pairs(graph)),))[0]


def _pairs(graph: Store) -> Iterator[tuple[str, Name]]:
    yield from _named("leaders", ask(graph, "names/leaders"))
    yield from _named("units", ask(graph, "names/units"))
    yield from _named("places", ask(graph, "names/places"))
    yield from _named("plans", ask(graph, "names/plans"))
    yield from _named("documents", ask(graph, "names/documents"))


def _named(kind: NameKind, rows: list[NamedRow]) -> Iterator[tuple[str, Name]]:
    for row in rows:
        level = level_of(row["name"]) if kind == "places" else ""
        for spelling in dict.fromkeys(filter(None, (row["name"], *row["aliases"]))):
            yield spelling, Name(kind, spelling, (row["id"],), level)
