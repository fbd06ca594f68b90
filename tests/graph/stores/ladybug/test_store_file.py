"""The file of an embedded store: what was committed is there, or is missed; what is damaged is not answered from."""

import os
import shutil
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import NoRoomError, StoreError
from graph.facts import Facts
from graph.stores.ladybug import store_file
from graph.stores.open import open_store, read_loss
from graph.stores.protocol import Store
from graph.stores.read_back import read_all
from graph.stores.state import read_state
from tests.graph.examples import everything, facts, node

ROOT = Path(__file__).resolve().parents[4]
UNIT = node("Unit", "u1", name="社事办")


def file_node(sha256: str) -> Facts:
    return facts(node("File", sha256, paths=(f"{sha256}.txt",)))


def killed(path: Path, *names: str) -> None:
    """A program that commits one file after the other and dies without closing the store."""
    code = """
        import os, sys
        from graph.facts import Facts
        from graph.stores.open import open_store
        from tests.graph.stores.ladybug.test_store_file import file_node
        store = open_store(sys.argv[1])
        for name in sys.argv[2:]:
            store.replace(Facts(), file_node(name))
        os._exit(9)
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(path), *names]
    assert subprocess.run(command, check=False, timeout=60, cwd=ROOT).returncode == 9


def flipped(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 0x10
    path.write_bytes(content)


def names(store: Store) -> list[str]:
    return sorted(str(row["id"]) for row in store.read("MATCH (f:File) RETURN f.id AS id"))


def filled(tmp_path: Path) -> Path:
    path = tmp_path / "s.lbug"
    with closing(open_store(str(path))) as store:
        store.replace(Facts(), everything())
    return path


def test_the_file_is_never_written_where_it_lies(tmp_path: Path) -> None:
    path = filled(tmp_path)
    before, kept = path.read_bytes(), tmp_path / "kept"
    kept.hardlink_to(path)
    with closing(open_store(str(path))) as store:
        store.replace(Facts(), facts(*(node("Task", f"{n}", content="内容" * 100) for n in range(500))))
        assert path.read_bytes() == before
    assert kept.read_bytes() == before
    assert path.read_bytes() != before


def test_closed_it_leaves_the_file_its_locks_and_the_note_of_what_was_committed(tmp_path: Path) -> None:
    path = filled(tmp_path)
    endings = {one.name.removeprefix(path.name) for one in tmp_path.iterdir()}
    assert endings == {"", ".lock", ".lock.next", ".lock.writer", ".commits", ".commits.old"}


@pytest.mark.parametrize("place", [0.01, 0.3, 0.6, 0.99])
def test_a_damaged_file_is_refused_to_readers_and_writers(tmp_path: Path, place: float) -> None:
    path = filled(tmp_path)
    flipped(path, int(path.stat().st_size * place))
    for read_only in (True, False):
        with pytest.raises(StoreError, match="is damaged"):
            open_store(str(path), read_only=read_only)


def test_a_log_that_is_short_beside_its_file_stays_when_the_store_is_closed(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with closing(open_store(str(path))) as store:
        store.replace(Facts(), file_node("b"))
    log = path.with_name("s.lbug.wal").stat().st_size
    assert 0 < log * store_file.SHORT < path.stat().st_size
    with closing(open_store(str(path), read_only=True)) as store:
        assert "b" in names(store)


def test_a_file_without_a_note_is_taken_as_it_is(tmp_path: Path) -> None:
    path = filled(tmp_path)
    for ending in (".commits", ".commits.old"):
        path.with_name(path.name + ending).unlink()
    with closing(open_store(str(path))) as store:
        assert read_all(store) == everything()
    assert path.with_name(path.name + ".commits").exists()


def test_the_log_of_a_killed_program_is_read_by_readers_and_folded_by_the_next_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "s.lbug"
    monkeypatch.setattr(store_file, "SHORT", 2**40)
    killed(path, "a", "b")
    with closing(open_store(str(path), read_only=True)) as store:
        assert names(store) == ["a", "b"]
    with closing(open_store(str(path))) as store:
        assert not path.with_name("s.lbug.wal").exists()
        assert names(store) == ["a", "b"]
    assert not read_loss(str(path))


@pytest.mark.parametrize("place", [0.2, 0.5, 0.8, 0.97])
def test_commits_missing_behind_damage_to_the_log_are_told_to_readers_and_noted_by_a_writer(
    tmp_path: Path, place: float
) -> None:
    path = tmp_path / "s.lbug"
    killed(path, "a", "b", "c", "d")
    log = path.with_name("s.lbug.wal")
    flipped(log, int(log.stat().st_size * place))
    with pytest.raises(StoreError, match="lacks what had been committed"):
        open_store(str(path), read_only=True)
    with closing(open_store(str(path))) as store:
        held = names(store)
        assert held == ["a", "b", "c", "d"][: len(held)]
        missing = {sha256 for sha256, _ in read_loss(str(path)).missing}
        assert missing == {"a", "b", "c", "d"} - set(held)
        assert missing
        store.replace(Facts(), file_node(min(missing)))
        assert {sha256 for sha256, _ in read_loss(str(path)).missing} == missing - {min(missing)}
    with closing(open_store(str(path), read_only=True)) as store:
        assert len(names(store)) == len(held) + 1


@pytest.mark.parametrize("content", [b"", b"{}", b"\x00" * 100])
def test_a_damaged_note_is_read_from_the_one_before(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "s.lbug"
    killed(path, "a", "b", "c")
    log = path.with_name("s.lbug.wal")
    log.write_bytes(log.read_bytes()[: log.stat().st_size // 2])
    path.with_name("s.lbug.commits").write_bytes(content)
    with pytest.raises(StoreError, match="lacks what had been committed"):
        open_store(str(path), read_only=True)
    path.with_name("s.lbug.commits.old").write_bytes(content)
    with pytest.raises(StoreError, match="is damaged: move it away"):
        open_store(str(path), read_only=True)


def test_an_empty_file_without_a_log_is_a_new_store(tmp_path: Path) -> None:
    path = tmp_path / "s.lbug"
    path.touch()
    with pytest.raises(StoreError, match="holds nothing yet"):
        open_store(str(path), read_only=True)
    with closing(open_store(str(path))) as store:
        store.replace(Facts(), facts(UNIT))
    with closing(open_store(str(path), read_only=True)) as store:
        assert read_all(store) == facts(UNIT)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_complete_new_file_is_put_in_place_also_for_a_reader(tmp_path: Path, *, read_only: bool) -> None:
    path = filled(tmp_path)
    path.rename(tmp_path / "s.lbug.folded")
    path.write_bytes(b"LBUG old")
    path.with_name("s.lbug.wal").write_bytes(b"old")
    path.with_name("s.lbug.folding").write_bytes(b"half")
    with closing(open_store(str(path), read_only=read_only)) as store:
        assert read_all(store) == everything()
    assert not {one.name for one in tmp_path.iterdir()} & {"s.lbug.wal", "s.lbug.folded", "s.lbug.folding"}


def test_what_an_incomplete_folding_left_is_thrown_away(tmp_path: Path) -> None:
    path = filled(tmp_path)
    path.with_name("s.lbug.folding").write_bytes(b"half")
    with closing(open_store(str(path))) as store:
        assert read_all(store) == everything()
    assert not path.with_name("s.lbug.folding").exists()


def test_where_the_disk_is_nearly_full_no_change_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path)
    with closing(open_store(str(path))) as store:
        monkeypatch.setattr(store_file, "ROOM", 2**60)
        with pytest.raises(NoRoomError, match="32 MiB"):
            store.replace(Facts(), facts(UNIT))
        assert read_all(store) == everything()


@pytest.mark.slow
@pytest.mark.parametrize("room", [100, 5000, 9000, 20000])
def test_a_failed_write_closes_the_store_until_it_is_opened_again_and_loses_nothing(tmp_path: Path, room: int) -> None:
    path = filled(tmp_path)
    code = """
        import os, resource, sys
        from graph.errors import StoreError
        from graph.facts import Facts
        from graph.stores.open import open_store
        from tests.graph.examples import facts, node
        from tests.graph.stores.ladybug.test_store_file import file_node, names
        store, most = open_store(sys.argv[1]), resource.RLIM_INFINITY
        store.replace(Facts(), file_node("a"))
        log = os.path.getsize(sys.argv[1] + ".wal")
        resource.setrlimit(resource.RLIMIT_FSIZE, (log + int(sys.argv[2]), most))
        try:
            store.replace(Facts(), facts(*(node("Task", f"{n}", content="内容" * 100) for n in range(500))))
        except StoreError as error:
            print(error.key)
        print(names(store), len(store.read("MATCH (t:Task) RETURN t.id AS id")))
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        store.replace(Facts(), file_node("b"))
        print(names(store))
        os._exit(9)
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(path), str(room)]
    done = subprocess.run(command, check=False, timeout=60, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (9, "")
    tasks = len([one for one in everything().nodes if one.label == "Task"])
    held = sorted({"a", *(one.id for one in everything().nodes if one.label == "File")})
    later = sorted([*held, "b"])
    assert done.stdout == f"store.write_fails\n{held} {tasks}\n{later}\n"
    with closing(open_store(str(path), read_only=True)) as store:
        assert names(store) == later


def test_a_store_that_is_refused_again_and_again_takes_no_more_files_each_time(tmp_path: Path) -> None:
    path = tmp_path / "s.lbug"
    killed(path, "a", "b")
    log = path.with_name("s.lbug.wal")
    flipped(log, log.stat().st_size // 2)

    def opened() -> int:
        with pytest.raises(StoreError, match="lacks what had been committed"):
            open_store(str(path), read_only=True)
        return len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0

    opened()
    before = opened()
    assert [opened() for _ in range(5)] == [before] * 5


def test_a_copy_that_lacks_a_part_of_the_log_does_not_take_the_place_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "s.lbug"
    killed(path, "a", "b", "c")
    copy = shutil.copyfile

    def copied_short(source: Path, target: Path) -> Path:
        copy(source, target)
        if target.suffix == ".wal":
            target.write_bytes(target.read_bytes()[:-10])
        return target

    monkeypatch.setattr(store_file, "SHORT", 2**40)
    monkeypatch.setattr(shutil, "copyfile", copied_short)
    with closing(open_store(str(path))) as store:
        assert names(store) == ["a", "b", "c"]
    assert path.with_name("s.lbug.wal").exists()
    monkeypatch.setattr(shutil, "copyfile", copy)
    with closing(open_store(str(path))) as store:
        assert names(store) == ["a", "b", "c"]
        assert not path.with_name("s.lbug.wal").exists()


def test_a_store_that_was_emptied_or_removed_is_not_begun_anew_while_it_is_noted_what_it_held(tmp_path: Path) -> None:
    path = tmp_path / "s.lbug"
    killed(path, "a")
    for ending in ("", ".wal"):
        path.with_name(path.name + ending).unlink()
    with pytest.raises(StoreError, match="is gone, and"):
        open_store(str(path))
    path.touch()
    for read_only in (True, False):
        with pytest.raises(StoreError, match="is damaged"):
            open_store(str(path), read_only=read_only)
    for ending in (".commits", ".commits.old"):
        path.with_name(path.name + ending).unlink()
    with closing(open_store(str(path))) as store:
        assert names(store) == []


def test_after_a_loss_no_state_bears_a_number_that_another_had(tmp_path: Path) -> None:
    path = tmp_path / "s.lbug"
    killed(path, "a", "b")
    with closing(open_store(str(path), read_only=True)) as store:
        before = read_state(store).number
    log = path.with_name("s.lbug.wal")
    flipped(log, log.stat().st_size - 20)
    with closing(open_store(str(path))) as store:
        assert read_state(store).number > before


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_that_takes_the_place_of_another_belongs_to_whom_that_did(tmp_path: Path) -> None:
    path = filled(tmp_path)
    for one in tmp_path.iterdir():
        os.chown(one, 1234, 1234)
    path.chmod(0o640)
    with closing(open_store(str(path))) as store:
        store.replace(Facts(), facts(*(node("Task", f"{n}", content="内容" * 100) for n in range(500))))
    for ending in ("", ".commits"):
        status = path.with_name(path.name + ending).stat()
        assert (status.st_uid, status.st_gid) == (1234, 1234)
    assert path.stat().st_mode & 0o777 == 0o640
