"""The embedded store: its file, its lock, and what is left when a program dies."""

import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.read_back import read_all
from tests.graph.examples import everything, facts, node

ROOT = Path(__file__).resolve().parents[4]
UNIT = node("Unit", "u1", name="社事办")


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program in another process, in the project's folder."""
    command = [sys.executable, "-c", textwrap.dedent(code), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, cwd=ROOT)


@contextmanager
def elsewhere(code: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A program that has said a first line; it is ended when the block ends, if it has not ended by itself."""
    command = [sys.executable, "-c", textwrap.dedent(code), *arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        try:
            yield program
        finally:
            program.kill()


def reading_elsewhere(path: str) -> AbstractContextManager[subprocess.Popen[str]]:
    """Another program that has the store open for reading."""
    code = """
        import sys
        from graph.stores.open import open_store
        store = open_store(sys.argv[1], read_only=True)
        print("open", flush=True)
        sys.stdin.read()
    """
    return elsewhere(code, path)


def writing_elsewhere(path: str, *, changes: int) -> AbstractContextManager[subprocess.Popen[str]]:
    """Another program that makes changes, each of one unit that leads 500 tasks."""
    code = """
        import sys
        from graph.facts import Facts
        from graph.stores.open import open_store
        from tests.graph.examples import edge, facts, node
        store = open_store(sys.argv[1])
        print("open", flush=True)
        for change in range(int(sys.argv[2])):
            unit = node("Unit", f"u{change:03}")
            tasks = [node("Task", f"{change:03}-{n:03}", content="内容" * 100) for n in range(500)]
            store.replace(Facts(), facts(unit, *tasks, *(edge("LEADS", unit, task) for task in tasks)))
        store.close()
    """
    return elsewhere(code, path, str(changes))


def whole_changes(store: Store) -> int:
    """The number of changes of `writing_elsewhere` in a store; each must be there as a whole."""
    counts = [
        store.read(f"MATCH {pattern} RETURN count(*) AS n")[0]["n"]
        for pattern in ("(:Unit)", "(:Task)", "(:Unit)-[:LEADS]->(:Task)")
    ]
    assert isinstance(counts[0], int)
    assert counts[1:] == [counts[0] * 500] * 2
    return counts[0]


def test_a_store_keeps_what_was_written_when_it_is_opened_again(tmp_path: Path) -> None:
    path = str(tmp_path / "s.lbug")
    with closing(open_store(path)) as store:
        store.replace(Facts(), everything())
    with closing(open_store(path, read_only=True)) as store:
        assert read_all(store) == everything()


def test_a_store_open_for_reading_refuses_to_write(tmp_path: Path) -> None:
    path = str(tmp_path / "s.lbug")
    open_store(path).close()
    with closing(open_store(path, read_only=True)) as store, pytest.raises(StoreError, match="for reading only"):
        store.replace(Facts(), facts(UNIT))


def test_in_one_program_a_store_is_open_to_one_writer_or_to_readers(tmp_path: Path) -> None:
    path = tmp_path / "s.lbug"
    link = tmp_path / "link.lbug"
    with closing(open_store(str(path))):
        link.symlink_to(path)
        for where in (path, link):
            for read_only in (True, False):
                with pytest.raises(StoreError, match="in use"):
                    open_store(str(where), read_only=read_only)
    with closing(open_store(str(path), read_only=True)):
        open_store(str(link), read_only=True).close()
        with pytest.raises(StoreError, match="in use"):
            open_store(str(path))
    open_store(str(path)).close()


def test_another_program_reads_beside_a_writer_but_cannot_write(tmp_path: Path) -> None:
    path = str(tmp_path / "s.lbug")
    code = """
        import sys
        from graph.errors import StoreError
        from graph.stores.open import open_store
        reader = open_store(sys.argv[1], read_only=True)
        print(reader.read("MATCH (n:Unit) RETURN count(n) AS n"))
        reader.close()
        try:
            open_store(sys.argv[1])
        except StoreError as error:
            print(error)
    """
    with closing(open_store(path)) as writer:
        writer.replace(Facts(), facts(UNIT))
        answer = run(code, path)
    assert answer.stdout == f"[{{'n': 1}}]\nThe store {path} is in use by another program: try again later.\n"


def test_a_second_writer_is_refused_though_the_first_has_read_the_file_as_any_other(tmp_path: Path) -> None:
    path = tmp_path / "s.lbug"
    code = """
        import sys
        from graph.stores.open import open_store
        open_store(sys.argv[1])
    """
    with closing(open_store(str(path))) as writer:
        assert path.read_bytes()
        refused = run(code, str(path))
        assert "is in use by another program" in refused.stderr
        writer.replace(Facts(), facts(UNIT))
        assert path.read_bytes()
    assert run(code, str(path)).returncode == 0
    with closing(open_store(str(path))) as store:
        assert read_all(store) == facts(UNIT)


def test_a_writer_that_is_killed_leaves_the_store_to_the_next(tmp_path: Path) -> None:
    path = str(tmp_path / "s.lbug")
    with writing_elsewhere(path, changes=100), pytest.raises(StoreError, match="in use by another program"):
        open_store(path)
    open_store(path).close()


def test_a_change_waits_for_the_readers_of_other_programs_and_then_gives_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "s.lbug")
    monkeypatch.setattr("graph.stores.ladybug.file_access.PATIENCE", 0.1)
    with closing(open_store(path)) as writer:
        with reading_elsewhere(path), pytest.raises(StoreError, match="in use by another program"):
            writer.replace(Facts(), facts(UNIT))
        writer.replace(Facts(), facts(UNIT))
        assert read_all(writer) == facts(UNIT)


def test_a_writer_closes_beside_readers_and_nothing_is_lost(tmp_path: Path) -> None:
    path = str(tmp_path / "s.lbug")
    writer = open_store(path)
    writer.replace(Facts(), everything())
    with reading_elsewhere(path):
        writer.close()
    with closing(open_store(path)) as store:
        assert read_all(store) == everything()


@pytest.mark.slow
def test_programs_that_read_while_another_writes_see_whole_changes(tmp_path: Path) -> None:
    path = str(tmp_path / "s.lbug")
    with writing_elsewhere(path, changes=10) as program:
        while program.poll() is None:
            with closing(open_store(path, read_only=True)) as reader:
                assert whole_changes(reader) >= 0
            time.sleep(0.05)
    with closing(open_store(path, read_only=True)) as reader:
        assert whole_changes(reader) == 10


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"a letter", "a file, not a store"), (b"LBUG\x01 torn", "failed")],
)
def test_a_file_that_is_no_store_is_refused_and_left_alone(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    for read_only in (True, False):
        with pytest.raises(StoreError, match=sentence):
            open_store(str(path), read_only=read_only)
    assert path.read_bytes() == content


def test_a_folder_a_missing_folder_and_a_missing_store_are_refused(tmp_path: Path) -> None:
    for folder in (str(tmp_path), "/", "."):
        with pytest.raises(StoreError, match="is a folder"):
            open_store(folder)
    with pytest.raises(StoreError, match="there is no folder"):
        open_store(str(tmp_path / "no" / "s.lbug"))
    with pytest.raises(StoreError, match="There is no store"):
        open_store(str(tmp_path / "s.lbug"), read_only=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("cut", [1, 7, 500])
def test_a_torn_end_of_the_log_is_a_change_that_was_never_done(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "s.lbug"
    log = path.with_name("s.lbug.wal")
    with writing_elsewhere(str(path), changes=1000) as program:
        while not log.exists() or log.stat().st_size < 2 * cut:
            time.sleep(0.01)
        program.kill()
        program.wait()
    written = log.read_bytes()
    log.write_bytes(written[:-cut] + b"\xff")
    with closing(open_store(str(path))) as store:
        assert whole_changes(store) >= 0
        store.replace(Facts(), facts(UNIT))


@pytest.mark.slow
@pytest.mark.parametrize("moment", [0.0, 0.05, 0.1, 0.2, 0.3])
def test_a_program_killed_while_it_writes_leaves_each_change_wholly_in_or_out(tmp_path: Path, moment: float) -> None:
    path = str(tmp_path / "s.lbug")
    with writing_elsewhere(path, changes=1000) as program:
        time.sleep(moment)
        program.kill()
    with closing(open_store(path)) as store:
        assert whole_changes(store) >= 0
        store.replace(Facts(), facts(UNIT))
