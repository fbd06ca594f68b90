"""Commands that write take turns."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from api.cli import session as sessions
from api.cli.session import Session
from api.settings import Settings
from graph.errors import StoreInUseError
from graph.stores.open import open_store

ROOT = Path(__file__).resolve().parents[3]
HOLD = """
import sys, time
from graph.stores.open import open_store
store = open_store(sys.argv[1])
print("open", flush=True)
time.sleep(float(sys.argv[2]))
store.close()
"""


def holding(where: str, seconds: float) -> "subprocess.Popen[bytes]":
    """Another program that has the store open to be written, for so long."""
    program = subprocess.Popen([sys.executable, "-c", HOLD, where, str(seconds)], cwd=ROOT, stdout=subprocess.PIPE)
    assert program.stdout is not None
    assert program.stdout.readline() == b"open\n"
    return program


@pytest.mark.slow
def test_a_writer_waits_for_the_one_before(tmp_path: Path) -> None:
    where = str(tmp_path / "s.lbug")
    with holding(where, 1.0), Session("en", Settings()).writing(where) as store:
        assert store.where == where


def test_a_writer_that_waited_long_enough_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "PATIENCE", 0.3)
    where = str(tmp_path / "s.lbug")
    with holding(where, 30.0) as program:
        began = time.monotonic()
        with (
            pytest.raises(StoreInUseError, match="in use by another program"),
            Session("en", Settings()).writing(where),
        ):
            pass
        assert time.monotonic() - began > 0.3
        program.kill()
    open_store(where).close()
