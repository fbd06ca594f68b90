"""Errors of the engine that tell of damaged pages become a sentence on what to do; others stay what they are."""

from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import StoreError, UsageError
from graph.stores.ladybug.damage import damage
from graph.stores.open import open_store

PAGE = 4096


@pytest.mark.parametrize(
    "error",
    [
        RuntimeError("Storage exception: String dictionary index is outside the offset table."),
        RuntimeError("Runtime exception: Cannot read PIP page 1 from disk: x. The database file may be corrupted."),
        RuntimeError('Assertion failed in file "column_chunk.cpp"'),
        UnicodeDecodeError("utf-8", b"\xbb", 0, 1, "invalid start byte"),
    ],
)
def test_damaged_pages_are_told_with_what_to_do(error: Exception) -> None:
    told = damage("s.lbug", error)
    assert told is not None
    assert "plangraph restore FILE --store NEW" in str(told)


def test_what_a_person_asks_wrongly_is_no_damage() -> None:
    assert damage("s.lbug", RuntimeError("Binder exception: Table Corrupted does not exist.")) is None
    with closing(open_store(":memory:")) as store, pytest.raises(UsageError):
        store.read("MATCH (n:Corrupted) RETURN n")


def test_a_store_whose_pages_are_all_zero_but_the_first_is_refused_as_damaged(tmp_path: Path) -> None:
    path = tmp_path / "s.lbug"
    open_store(str(path)).close()
    content = path.read_bytes()
    path.write_bytes(content[:PAGE] + bytes(len(content) - PAGE))
    with pytest.raises(StoreError):
        open_store(str(path), read_only=True)
