"""What goes into a store in several transactions stays in it, whatever becomes of the rest."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from api.ingest.files.find import find
from api.ingest.files.recognise import Seen, look
from api.ingest.files.register import read_register
from api.ingest.loading.summary import Summary
from api.ingest.loading.take_in import take_in
from graph.decisions.decisions import Decisions
from graph.errors import StoreError
from graph.facts import Facts, Value
from graph.refresh.load import held_copies
from graph.stores.open import open_store
from graph.stores.protocol import Row, Store
from graph.stores.read_back import read_all
from tests.api.papers import NOTICE, TASK_LIST, write

NONE = Decisions()


class Full:
    """A store whose disk is full after some transactions."""

    def __init__(self, store: Store, transactions: int) -> None:
        self.store = store
        self.where = store.where
        self.engine = store.engine
        self.left = transactions

    def read(self, cypher: str, params: Mapping[str, Value] | None = None) -> list[Row]:
        return self.store.read(cypher, params)

    def replace(self, gone: Facts, facts: Facts) -> None:
        if not self.left:
            raise StoreError("store.failed", store=self.where, reason="the disk is full")
        self.left -= 1
        self.store.replace(gone, facts)

    def close(self) -> None:
        self.store.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a file."""
    with closing(open_store(str(tmp_path / "s.lbug"))) as store:
        yield store


@pytest.fixture
def seen(tmp_path: Path) -> list[Seen]:
    """Two papers of two towns."""
    write(tmp_path / "papers", "通知.txt", NOTICE)
    write(tmp_path / "papers", "清单.txt", TASK_LIST)
    return list(look(find([tmp_path / "papers"]).found, frozenset()))


def taken(store: Store, seen: list[Seen], most: int) -> Summary:
    """What became of the files, as a program tells that has just been started."""
    return take_in(store, seen, read_register(store.where), most)


def test_files_in_portions_end_as_files_at_once(store: Store, seen: list[Seen]) -> None:
    summary = taken(store, seen, 1)
    assert summary.read == tuple(one.file.name for one in seen)
    with closing(open_store(":memory:")) as fresh:
        taken(fresh, seen, 1000)
        assert read_all(store) == read_all(fresh)


def test_a_store_that_fails_keeps_what_was_taken_in_before_and_where_it_lies(store: Store, seen: list[Seen]) -> None:
    with pytest.raises(StoreError, match="full"):
        taken(Full(store, 1), seen, 1)
    held = held_copies(store)
    assert len(held) == 1
    assert {(entry.sha256, entry.name) for entry in read_register(store.where).entries.values()} == held
    assert len(taken(store, seen, 1).unchanged) == 1
    assert len(held_copies(store)) == 2
