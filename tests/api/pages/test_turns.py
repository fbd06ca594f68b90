"""A page asks the store only in its turn; its template is filled when others may change the graph again."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest

from api.http.library.library import Library
from graph.facts import Facts, Value
from graph.stores.open import DEFAULT_STORE, open_store
from graph.stores.protocol import Row, Store
from tests.api.pages.conftest import reader_of
from tests.api.pages.looking import Page
from tests.api.pages.test_every_page import LISTS

pytestmark = pytest.mark.slow


class Watched:
    """A store that notes questions which come when nobody has a turn."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.where, self.engine = store.where, store.engine
        self.has_turn: Callable[[], bool] = lambda: True
        self.asked = 0
        self.late: list[str] = []

    def read(self, cypher: str, params: Mapping[str, Value] | None = None) -> list[Row]:
        self.asked += 1
        if not self.has_turn():
            self.late.append(cypher)
        return self.store.read(cypher, params)

    def replace(self, gone: Facts, facts: Facts) -> None:
        self.store.replace(gone, facts)

    def close(self) -> None:
        self.store.close()


@pytest.fixture
def watched(example_store: Path, tmp_path: Path) -> Iterator[tuple[Watched, Library]]:
    """The example documents, watched; nothing of them is in a cache yet."""
    copytree(example_store, tmp_path, dirs_exist_ok=True)
    store = Watched(open_store(str(tmp_path / DEFAULT_STORE), read_only=True))
    with closing(Library(store)) as library:
        store.has_turn = lambda: library._turns._readers > 0  # noqa: SLF001 - whether it has one shows nowhere else
        yield store, library


@pytest.mark.parametrize("path", LISTS)
def test_neither_a_list_nor_what_it_leads_to_asks_outside_its_turn(watched: tuple[Watched, Library], path: str) -> None:
    store, library = watched
    reader, before = reader_of(library), store.asked
    page = Page(reader.get(path).text)
    inside = {address.partition("#")[0] for address in page.addresses} - {"", *LISTS}
    statuses = {reader.get(address).status_code for address in sorted(inside)[:5]}
    assert statuses <= {200}
    assert store.asked > before
    assert store.late == []
