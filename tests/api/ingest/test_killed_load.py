"""A load of a folder of mixed files that is killed: each file is wholly in or wholly out, no process stays behind, and
the same load again ends as if none had been killed.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from api.ingest.checking.check import check
from api.ingest.files.register import read_register, register_path
from api.ingest.loading.load import load
from benchmarks import mixed
from graph.facts import Facts
from graph.refresh.load import held_copies
from graph.stores.open import open_store
from graph.stores.read_back import read_all

pytestmark = pytest.mark.slow
FILES = 230
"""More than go into the store at once (`api.ingest.files.chunks`)."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as an office has it."""
    there = tmp_path_factory.mktemp("mixed") / "files"
    mixed.write(there, FILES, 2)
    return there


@pytest.fixture(scope="module")
def whole(folder: Path) -> Facts:
    """What a store holds after a load that nobody killed."""
    with closing(open_store(":memory:")) as store:
        load(store, [folder], workers=2)
        return read_all(store)


def _children(process: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()]


def _reading(process: int, _: Path) -> bool:
    return len(_children(process)) > 1


def _one_chunk_is_in(_: int, where: Path) -> bool:
    register = register_path(str(where))
    return register is not None and register.exists()


def killed_when(met: Callable[[int, Path], bool], root: Path, folder: Path, where: Path) -> list[int]:
    """Kill a load when a condition is met; its children."""
    command = [sys.executable, "-m", "api", "load", str(folder), "--workers", "2", "--store", str(where)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
        while program.poll() is None and not met(program.pid, where):
            time.sleep(0.01)
        children = _children(program.pid)
        program.kill()
        assert program.wait() == -signal.SIGKILL
    return children


@pytest.mark.parametrize(("met", "some_are_in"), [(_reading, False), (_one_chunk_is_in, True)])
def test_a_killed_load_goes_on_where_it_was(
    tmp_path: Path, root: Path, folder: Path, whole: Facts, met: Callable[[int, Path], bool], *, some_are_in: bool
) -> None:
    where = tmp_path / "s.lbug"
    children = killed_when(met, root, folder, where)
    until = time.monotonic() + 20
    while any(Path(f"/proc/{one}").exists() for one in children):
        assert time.monotonic() < until
        time.sleep(0.05)
    with closing(open_store(str(where))) as store:
        before = {name for _, name in held_copies(store)}
        passages = {node.id for node in read_all(store).nodes if node.label == "Passage"}
        assert check(store).whole
        assert bool(before) is some_are_in
        assert not passages - {node.id for node in whole.nodes if node.label == "Passage"}
        summary = load(store, [folder], workers=2)
        assert set(summary.unchanged) == before
        assert summary.read
        assert read_all(store) == whole
        assert check(store).whole
    assert len(read_register(str(where)).entries) == len(summary.read + summary.merged + summary.unchanged)
