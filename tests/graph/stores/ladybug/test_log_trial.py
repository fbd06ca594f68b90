"""A log whose torn end would end the program is told as damage, and the store is made again from what is kept."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from api.ingest.loading.load import load
from graph.errors import StoreError
from graph.stores.ladybug.commit_note import read_commits
from graph.stores.ladybug.log_trial import ends_a_program, log_checksum
from graph.stores.ladybug.memory_limits import engine_sizes
from graph.stores.open import open_store
from queries.ask import ask
from tests.api.papers import NOTICE, TASK_LIST, write

PARTS = 220
TRIED = range(100, 125)
"""Where the log is cut, in parts of its length: among these are cuts that the engine does not outlive."""
OTHER = b"\x55" * 100


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with its log, as a program leaves it that was killed."""
    folder = tmp_path_factory.mktemp("log")
    with closing(open_store(str(folder / "s.lbug"))) as store:
        load(store, [str(write(folder, "通知.txt", NOTICE))])
    with closing(open_store(str(folder / "s.lbug"))) as store:
        load(store, [str(write(folder, "清单.txt", TASK_LIST))])
        kept = folder / "left"
        kept.mkdir()
        for path in folder.glob("s.lbug*"):
            shutil.copy(path, kept / path.name)
    return kept


def torn(left: Path, folder: Path) -> Iterator[Path]:
    """Copies of the store whose log ends in other bytes."""
    content = (left / "s.lbug.wal").read_bytes()
    for part in TRIED:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(left, folder)
        (folder / "s.lbug.wal").write_bytes(content[: len(content) * part // PARTS] + OTHER)
        yield folder / "s.lbug"


@pytest.mark.slow
def test_a_log_that_would_end_the_program_is_damage(left: Path, tmp_path: Path) -> None:
    for path in torn(left, tmp_path / "torn"):
        if ends_a_program(path, engine_sizes()):
            break
    else:
        pytest.fail("the engine outlives every torn log: the trial is no longer needed")
    for read_only in (True, False):
        with pytest.raises(StoreError) as refused:
            open_store(str(path), read_only=read_only)
        assert refused.value.message.key == "store.not_as_written"


def test_the_log_is_noted_with_each_commit(left: Path) -> None:
    noted = read_commits(left / "s.lbug")
    assert noted is not None
    assert noted.log == log_checksum(left / "s.lbug")
    assert noted.log is not None


def test_a_log_as_it_was_noted_is_not_tried(left: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(left, tmp_path / "s")
    monkeypatch.setattr("graph.stores.ladybug.store_file.ends_a_program", lambda *_: pytest.fail("it was tried"))
    with closing(open_store(str(tmp_path / "s" / "s.lbug"), read_only=True)) as store:
        assert len(ask(store, "documents/list")) == 2


def test_a_torn_log_that_the_engine_outlives_is_read_as_before(left: Path, tmp_path: Path) -> None:
    shutil.copytree(left, tmp_path / "s")
    log = tmp_path / "s" / "s.lbug.wal"
    log.write_bytes(log.read_bytes()[:-7])
    with pytest.raises(StoreError, match="lacks what had been committed"):
        open_store(str(tmp_path / "s" / "s.lbug"), read_only=True)


def test_the_checksum_goes_on_from_what_is_known(tmp_path: Path) -> None:
    log = tmp_path / "s.wal"
    assert log_checksum(tmp_path / "s") is None
    log.write_bytes(b"first")
    first = log_checksum(tmp_path / "s")
    log.write_bytes(b"first and second")
    assert log_checksum(tmp_path / "s", first) == log_checksum(tmp_path / "s") != first
    log.write_bytes(b"new")
    assert log_checksum(tmp_path / "s", first) == log_checksum(tmp_path / "s")
