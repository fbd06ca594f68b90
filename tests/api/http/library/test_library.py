"""The store of a service: after a failed write nothing is shown of a store that lacks what was acknowledged."""

import resource
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from api.http.library.library import Library
from api.ingest.loading.load import load
from graph.errors import StoreError
from graph.stores.open import open_store
from queries.ask import ask
from tests.api.papers import NOTICE, TASK_LIST, write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has no limits of files")


@contextmanager
def no_file_longer_than(length: int) -> Iterator[None]:
    """As on a disk that has no room behind this length of a file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (length, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def documents(library: Library) -> int:
    with library.reading() as snapshot:
        return len(ask(snapshot.store, "documents/list"))


def taken_in(library: Library, path: Path) -> None:
    with library.writing() as store:
        load(store, [path])


def test_what_was_acknowledged_is_not_missing_without_a_word_after_a_failed_write(tmp_path: Path) -> None:
    where = tmp_path / "s.lbug"
    with closing(open_store(str(where))) as store:
        load(store, [write(tmp_path, "通知.txt", NOTICE)])
    with closing(Library(open_store(str(where)))) as library:
        taken_in(library, write(tmp_path / "b", "清单.txt", TASK_LIST))
        assert documents(library) == 2
        log = where.with_name("s.lbug.wal")
        content = log.read_bytes()
        with pytest.raises(StoreError, match="could not be written"), no_file_longer_than(len(content)):
            taken_in(library, write(tmp_path / "c", "别.txt", TASK_LIST.replace("金元镇", "天保镇")))
        log.write_bytes(content[: len(content) * 2 // 3] + b"\x55" * 100)
        with pytest.raises(StoreError, match="lacks what had been committed"):
            documents(library)
        taken_in(library, tmp_path / "c" / "别.txt")
        assert documents(library) == 3


def test_after_a_failed_write_what_was_acknowledged_is_shown_and_changes_go_on(tmp_path: Path) -> None:
    with closing(Library(open_store(str(tmp_path / "s.lbug")))) as library:
        taken_in(library, write(tmp_path, "通知.txt", NOTICE))
        length = (tmp_path / "s.lbug.wal").stat().st_size
        with pytest.raises(StoreError, match="could not be written"), no_file_longer_than(length):
            taken_in(library, write(tmp_path / "b", "清单.txt", TASK_LIST))
        assert documents(library) == 1
        taken_in(library, tmp_path / "b" / "清单.txt")
        assert documents(library) == 2
