"""The shim does what it is asked: at one call, below one folder, and it tells which."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.power import read_log
from tests.faults.shim import Fault

THREE = """
import os, sys
for name in ("a", "b", "c"):
    try:
        with open(name, "wb", buffering=0) as file:
            print(name, file.write(b"x" * 10), flush=True)
            os.fsync(file.fileno())
    except OSError as error:
        print(name, error.errno, flush=True)
"""
"""Makes three files: each is made, written and synced, three calls."""
ENOSPC, EIO = 28, 5


def run(shim: Path, folder: Path, program: str = THREE, **faults: object) -> tuple[int, list[str]]:
    """The exit code and the lines of a program under a fault."""
    named = {f"FAULTS_{name.upper()}": str(value) for name, value in faults.items()}
    done = subprocess.run(
        [sys.executable, "-S", "-c", program],
        cwd=folder,
        env={**os.environ, "LD_PRELOAD": str(shim), "FAULTS_BELOW": str(folder), **named},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout.splitlines()


@pytest.mark.parametrize(
    ("fault", "at", "lines"),
    [
        (Fault.COUNT, 5, ["a 10", "b 10", "c 10"]),
        (Fault.ENOSPC, 4, ["a 10", f"b {ENOSPC}", "c 10"]),
        (Fault.ENOSPC, 5, ["a 10", f"b {ENOSPC}", "c 10"]),
        (Fault.EIO, 6, ["a 10", "b 10", f"b {EIO}", "c 10"]),
        (Fault.HALF, 5, ["a 10", "b 5", f"c {ENOSPC}"]),
        (Fault.FULL, 5, ["a 10", f"b {ENOSPC}", f"c {ENOSPC}"]),
        (Fault.GROW, 4, ["a 10", f"b {ENOSPC}", f"c {ENOSPC}"]),
    ],
)
def test_a_call_fails_as_asked_and_others_do_not(
    fault: Fault, at: int, lines: list[str], shim: Path, tmp_path: Path
) -> None:
    assert run(shim, tmp_path, kind=int(fault), at=at) == (0, lines)


def test_a_full_disk_has_room_again_after_so_many_calls(shim: Path, tmp_path: Path) -> None:
    assert run(shim, tmp_path, kind=int(Fault.FULL), at=2, most=1) == (0, [f"a {ENOSPC}", "b 10", "c 10"])


@pytest.mark.parametrize(("fault", "left"), [(Fault.KILL, 0), (Fault.TEAR, 5)])
def test_a_program_dies_before_a_write_or_in_its_midst(fault: Fault, left: int, shim: Path, tmp_path: Path) -> None:
    assert run(shim, tmp_path, kind=int(fault), at=5) == (-signal.SIGKILL, ["a 10"])
    assert (tmp_path / "b").stat().st_size == left


def test_what_is_done_elsewhere_is_not_counted(shim: Path, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here-not").mkdir()
    done = run(shim, tmp_path / "here-not", kind=int(Fault.ENOSPC), at=1, below=tmp_path / "here")
    assert done == (0, ["a 10", "b 10", "c 10"])


def test_the_log_tells_each_change(shim: Path, tmp_path: Path) -> None:
    program = """
import os, shutil
os.mkdir("d")
open("a", "wb", buffering=0).write(b"12345")
os.truncate("a", 2)
os.rename("a", "d/b")
os.link("d/b", "c")
shutil.copyfile("c", "e")
os.unlink("c")
shutil.rmtree("d")
handle = os.open(".", os.O_RDONLY)
os.fsync(handle)
"""
    here = tmp_path / "here"
    here.mkdir()
    assert run(shim, here, program, kind=int(Fault.COUNT), log=tmp_path / "log") == (0, [])
    changes = list(read_log(tmp_path / "log"))
    assert "".join(one.kind for one in changes) == "mcwtrlcwuudf"
    assert [one.bytes for one in changes if one.kind == "w"] == [b"12345", b"12"]
    assert [one.path.rpartition("/")[2] for one in changes if one.kind in "ud"] == ["c", "b", "d"]
