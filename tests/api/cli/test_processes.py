"""Processes that the program starts run no module of the working folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.api.papers import NOTICE, TASK_LIST, write

SPAWNED = """
import multiprocessing, sys
multiprocessing.set_start_method("spawn")
from api.__main__ import main
sys.argv = ["plangraph", "load", "通知.txt", "清单.txt", "--workers", "2"]
main()
"""


@pytest.mark.slow
def test_workers_that_are_started_anew_take_no_module_of_the_working_folder(root: Path, home: Path) -> None:
    write(home, "通知.txt", NOTICE)
    write(home, "清单.txt", TASK_LIST)
    for name in ("multiprocessing.py", "pickle.py", "loaders/__init__.py"):
        write(home, name, "open('RAN', 'w').close()\nraise SystemExit(1)\n")
    command = [sys.executable, "-P", "-c", SPAWNED]
    done = subprocess.run(
        command, cwd=home, env={"PYTHONPATH": str(root)}, capture_output=True, check=False, timeout=120, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "2 papers read" in done.stdout
    assert not (home / "RAN").exists()
