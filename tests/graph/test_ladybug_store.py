"""The embedded store: its file, its lock, and what is left when a program dies."""

import subprocess
import sys
import textwrap
import time
from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.facts import Facts
from graph.store import open_store
from graph.stored import read_all
from tests.graph.examples import everything, facts, node

ROOT = Path(__file__).resolve().parents[2]
UNIT = node("Unit", "u1", name="社事办")


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program in another process, in the project's folder."""
    command = [sys.executable, "-c", textwrap.dedent(code), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, cwd=ROOT)


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


def test_a_second_writer_in_one_program_is_refused_until_the_first_has_closed(tmp_path: Path) -> None:
    path = tmp_path / "s.lbug"
    first = open_store(str(path))
    with pytest.raises(StoreError, match="in use"):
        open_store(str(path))
    (tmp_path / "link.lbug").symlink_to(path)
    with pytest.raises(StoreError, match="in use"):
        open_store(str(tmp_path / "link.lbug"))
    first.close()
    open_store(str(path)).close()


def test_a_reader_may_open_beside_a_writer_and_sees_the_state_of_that_moment(tmp_path: Path) -> None:
    path = str(tmp_path / "s.lbug")
    with closing(open_store(path)) as writer:
        writer.replace(Facts(), facts(UNIT))
        with closing(open_store(path, read_only=True)) as reader:
            writer.replace(Facts(), everything())
            assert read_all(reader) == facts(UNIT)


def test_a_store_that_another_program_writes_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = str(tmp_path / "s.lbug")
    code = """
        import sys
        from graph.errors import StoreError
        from graph.store import open_store
        open_store(sys.argv[1], read_only=True)
        try:
            open_store(sys.argv[1])
        except StoreError as error:
            print(error)
    """
    with closing(open_store(path)):
        answer = run(code, path)
    assert answer.stdout == f"The store {path} is in use by another program: try again later.\n"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "an empty file, not a store"), (b"a letter", "a file, not a store"), (b"LBUG\x01 torn", "failed")],
)
def test_a_file_that_is_no_store_is_refused_and_left_alone(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    for read_only in (True, False):
        with pytest.raises(StoreError, match=sentence):
            open_store(str(path), read_only=read_only)
    assert path.read_bytes() == content


def test_a_folder_a_missing_folder_and_a_missing_store_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        open_store(str(tmp_path))
    with pytest.raises(StoreError, match="there is no folder"):
        open_store(str(tmp_path / "no" / "s.lbug"))
    with pytest.raises(StoreError, match="There is no store"):
        open_store(str(tmp_path / "s.lbug"), read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_store_of_another_model_is_refused(tmp_path: Path) -> None:
    path = str(tmp_path / "s.lbug")
    code = """
        import sys
        import ladybug
        ladybug.Connection(ladybug.Database(sys.argv[1])).execute("CREATE NODE TABLE File(id STRING PRIMARY KEY)")
    """
    assert run(code, path).returncode == 0
    with pytest.raises(StoreError, match="another version"):
        open_store(path)
    with pytest.raises(StoreError, match="another version"):
        open_store(path)


@pytest.mark.parametrize("moment", [0.0, 0.05, 0.1, 0.2, 0.3])
def test_a_program_killed_while_it_writes_leaves_each_change_wholly_in_or_out(tmp_path: Path, moment: float) -> None:
    path = str(tmp_path / "s.lbug")
    code = """
        import sys
        from graph.facts import Facts
        from graph.store import open_store
        from tests.graph.examples import edge, facts, node
        store = open_store(sys.argv[1])
        print("open", flush=True)
        for change in range(100):
            unit = node("Unit", f"u{change:03}")
            tasks = [node("Task", f"{change:03}-{n:04}") for n in range(1500)]
            store.replace(Facts(), facts(unit, *tasks, *(edge("LEADS", unit, task) for task in tasks)))
    """
    command = [sys.executable, "-c", textwrap.dedent(code), path]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        time.sleep(moment)
        program.kill()
    with closing(open_store(path)) as store:
        units = store.read("MATCH (u:Unit) RETURN count(u) AS n")
        tasks = store.read("MATCH (t:Task) RETURN count(t) AS n")
        leads = store.read("MATCH (:Unit)-[r:LEADS]->(:Task) RETURN count(r) AS n")
        assert tasks == leads == [{"n": row["n"] * 1500} for row in units if isinstance(row["n"], int)]
        store.replace(Facts(), facts(UNIT))
