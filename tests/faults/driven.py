"""The driver from outside: started with the shim before libc, asked for points, its answers read."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Tried:
    """A point that was tried: the action and its number of calls, the fault, at which call, what it met (a letter for
    the call, as in `shim.c`, and a path), how the program ended, and what was wrong, each a kind and a detail.
    """

    action: str
    calls: int
    fault: str
    at: int
    point: dict[str, Any]
    met: str
    ended: str
    wrong: tuple[tuple[str, str], ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of what was wrong."""
        return tuple(dict.fromkeys(kind for kind, _ in self.wrong))


class Driver:
    """A driver that runs."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """See `driving`."""
        self._process = process

    def tried(self, action: str, points: int, losses: int = 0, again: int = 1, server: str = "") -> Iterator[Tried]:
        """Try an action at so many points and so many losses of power, and at every so many do it again afterwards.
        On a `server`, by its address, the points are what is sent to it.
        """
        asked = json.dumps({"action": action, "points": points, "losses": losses, "again": again, "server": server})
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(asked + "\n")
        self._process.stdin.flush()
        for line in self._process.stdout:
            row = json.loads(line)
            if "ended" in row and len(row) == 1:
                return
            yield Tried(**{**row, "wrong": tuple((kind, seen) for kind, seen in row["wrong"])})
        raise RuntimeError(f"the driver of faults ended: {self._process.wait()}")


@contextmanager
def driving(shim: Path, base: Path) -> Iterator[Driver]:
    """A driver with a folder of its own, until the end of the block."""
    command = [sys.executable, "-m", "tests.faults.driver", str(base)]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "LD_PRELOAD": str(shim), "OPENBLAS_NUM_THREADS": "1"},  # no threads: it forks
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield Driver(process)
        finally:
            process.kill()
