"""A check holds the store only while it reads it: others change it while the originals are opened and compared."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest

from api.ingest.checking.check import compare
from api.ingest.checking.check_input import read_for_check
from api.ingest.loading.load import load
from graph.stores.open import open_store
from tests.api.conftest import Program, example_store, examples, home, loaded, plangraph

__all__ = ["example_store", "examples", "home", "loaded", "plangraph"]

STORE = "plangraph.lbug"
FIRST = "a-first.txt"
"""The original that is opened first."""
WAITING = """
import sys, time
from pathlib import Path

first, opened, go_on = map(Path, sys.argv[1:])
opening = Path.open

def waiting(path, *given, **named):
    if path.name == first.name and not opened.exists():
        opened.touch()
        while not go_on.exists():
            time.sleep(0.02)
    return opening(path, *given, **named)

Path.open = waiting
sys.argv[1:] = ["check"]
from api.__main__ import main
main()
"""
"""`plangraph check`, which waits before it opens the first original until it may go on."""


@pytest.fixture
def papers(loaded: Program, examples: Path, home: Path) -> Path:
    """A folder with two loaded papers."""
    folder = home / "papers"
    folder.mkdir()
    (folder / FIRST).write_bytes((examples / "notice.txt").read_bytes() + "\n补记。\n".encode())
    (folder / "b-second.txt").write_bytes((examples / "task-list.txt").read_bytes() + "\n补记。\n".encode())
    assert loaded("load", "papers").code == 0
    return folder


def checked(root: Path, papers: Path, meanwhile: Callable[[], None]) -> tuple[int, str]:
    """The exit code and stderr of a check; something is done when it opens the first original."""
    opened, go_on = papers.parent / "opened", papers.parent / "go-on"
    command = [sys.executable, "-c", WAITING, str(papers / FIRST), str(opened), str(go_on)]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        while not opened.exists():
            assert process.poll() is None
            Event().wait(0.02)
        meanwhile()
        go_on.touch()
        assert process.stderr is not None
        told = process.stderr.read().decode()
    return process.returncode, told


@pytest.mark.slow
def test_others_write_while_the_originals_are_opened(papers: Path, root: Path, examples: Path) -> None:
    def change() -> None:
        with closing(open_store(STORE)) as store:
            load(store, [other])

    other = papers.parent / "later.txt"
    other.write_bytes((examples / "mergers.txt").read_bytes() + "\n补记。\n".encode())
    code, told = checked(root, papers, change)
    assert code == 0, told
    assert "The store is whole" in told


@pytest.mark.slow
def test_an_original_that_was_replaced_meanwhile_is_no_finding(papers: Path, root: Path) -> None:
    def change() -> None:
        second = papers / "b-second.txt"
        second.write_text(second.read_text("utf-8").replace("社", "杜").replace("的", "之"), "utf-8")
        with closing(open_store(STORE)) as store:
            load(store, [second])

    code, told = checked(root, papers, change)
    assert code == 0, told
    assert "The store is whole" in told


def test_what_was_read_is_compared_after_the_store_changed(loaded: Program) -> None:
    with closing(open_store(STORE, read_only=True)) as store:
        held = read_for_check(store)
    assert loaded("unload", "notice.txt").code == 0
    assert compare(held).whole
