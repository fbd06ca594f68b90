"""The same graph on both engines, side by side."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from graph.exports.network import to_graphml
from graph.exports.rdf import to_turtle
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import read_all


@dataclass(frozen=True, slots=True)
class Pair:
    """An embedded store and one on a server."""

    embedded: Store
    server: Store

    @property
    def both(self) -> tuple[Store, Store]:
        """The two, the embedded one first."""
        return self.embedded, self.server

    def empty(self) -> None:
        """Take everything out of both."""
        for store in self.both:
            store.replace(read_all(store), Facts())

    def check_equal(self) -> str:
        """Fail unless both export the same bytes; give the export."""
        embedded, server = (read_all(store) for store in self.both)
        assert embedded == server
        assert to_graphml(embedded) == to_graphml(server)
        turtle = to_turtle(embedded)
        assert turtle == to_turtle(server)
        return turtle


@contextmanager
def pair(address: str, path: str = ":memory:") -> Iterator[Pair]:
    """An embedded store at `path` and the one at `address`, open to be written."""
    with closing(open_store(path)) as embedded, closing(open_store(address)) as server:
        yield Pair(embedded, server)
