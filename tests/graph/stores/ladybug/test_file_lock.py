"""A lock between processes, as the system keeps it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.stores.ladybug.file_lock import FileLock

ROOT = Path(__file__).resolve().parents[4]
HOLDER = """
import sys
from pathlib import Path
from graph.stores.ladybug.file_lock import FileLock
lock = FileLock(Path(sys.argv[1]))
print(lock.lock(alone=sys.argv[2] == "alone"), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def lock(tmp_path: Path) -> Iterator[Callable[[], FileLock]]:
    """Makes locks on one and the same file, all of which are let go in the end."""
    made: list[FileLock] = []

    def make() -> FileLock:
        made.append(FileLock(tmp_path / "s.lock"))
        return made[-1]

    yield make
    for one in made:
        one.unlock()


@pytest.mark.parametrize("elsewhere", [False, True], ids=["here", "in another program"])
@pytest.mark.parametrize(
    ("held", "wanted", "had"),
    [("shared", "shared", True), ("shared", "alone", False), ("alone", "shared", False), ("alone", "alone", False)],
)
def test_who_holds_it_alone_keeps_all_others_out(
    tmp_path: Path, lock: Callable[[], FileLock], held: str, wanted: str, *, had: bool, elsewhere: bool
) -> None:
    mine = lock()
    assert mine.lock(alone=held == "alone")
    if elsewhere:
        command = [sys.executable, "-c", HOLDER, str(tmp_path / "s.lock"), wanted]
        done = subprocess.run(command, input="", capture_output=True, text=True, check=True, cwd=ROOT, timeout=60)
        assert done.stdout == f"{had}\n"
    else:
        other = lock()
        assert other.lock(alone=wanted == "alone") == had
        other.unlock()
    mine.unlock()
    assert lock().lock(alone=True)


def test_a_lock_that_is_let_go_frees_no_other_on_the_same_file(tmp_path: Path, lock: Callable[[], FileLock]) -> None:
    first, second, writer = lock(), lock(), lock()
    assert first.lock(alone=False)
    assert second.lock(alone=False)
    second.unlock()
    (tmp_path / "s.lock").open("rb").close()
    assert not writer.lock(alone=True)
    first.unlock()
    assert writer.lock(alone=True)


def test_a_lock_that_is_taken_again_is_held_in_the_new_way(lock: Callable[[], FileLock]) -> None:
    mine, other = lock(), lock()
    assert mine.lock(alone=True)
    assert mine.lock(alone=True)
    assert mine.lock(alone=False)
    assert other.lock(alone=False)
    assert not mine.lock(alone=True)
    mine.unlock()
    mine.unlock()
    assert other.lock(alone=True)


def test_a_program_that_is_killed_leaves_its_lock_to_the_next(tmp_path: Path, lock: Callable[[], FileLock]) -> None:
    mine = lock()
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "s.lock"), "alone"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        assert not mine.lock(alone=False)
        holder.kill()
        holder.wait()
    assert mine.lock(alone=True)


def test_where_no_file_can_be_made_the_lock_can_always_be_had(tmp_path: Path) -> None:
    path = tmp_path / "no folder" / "s.lock"
    assert FileLock(path).lock(alone=True)
    assert FileLock(path).lock(alone=True)
