"""The preload shim from Python: compiled once, loaded by the driver's process, armed in the processes that it forks."""

import ctypes
import shutil
import subprocess
from enum import IntEnum
from functools import cached_property
from pathlib import Path

from tests.missing import missing

SOURCE = Path(__file__).with_name("shim.c")


class Fault(IntEnum):
    """What happens at a call, as `shim.c` numbers it."""

    OFF = 0
    COUNT = 1
    """Nothing: calls are counted, and written down where a log is asked for."""
    ENOSPC = 2
    """It fails for want of room; the next one does not."""
    EIO = 3
    """It fails by an error of the disk."""
    HALF = 4
    """It writes half of its bytes and says so; the next one that needs room fails."""
    KILL = 5
    """The process ends before it."""
    TEAR = 6
    """The process ends when half of its bytes are written; a call that writes none is done before."""
    FULL = 7
    """From here on everything fails that needs room on a disk that keeps old blocks: overwriting too."""
    GROW = 8
    """From here on everything fails that makes a file longer or a new one."""


ONCE = (Fault.ENOSPC, Fault.EIO, Fault.HALF, Fault.KILL, Fault.TEAR)
STAYS = (Fault.FULL, Fault.GROW)
ENDS = (Fault.KILL, Fault.TEAR)


def compiled(folder: Path) -> Path:
    """The shim, compiled into a folder; the test is skipped, or under `CI` fails, where no compiler is."""
    compiler = shutil.which("cc")
    if compiler is None:
        missing("no C compiler (Debian: gcc libc6-dev)")
    made = folder / "shim.so"
    if not made.exists():
        command = [compiler, "-Wall", "-Wextra", "-Werror", "-O2", "-shared", "-fPIC", "-o", str(made), str(SOURCE)]
        subprocess.run(command, check=True)
    return made


class Shim:
    """The shim in this process, which must have been started with it before libc (`LD_PRELOAD`)."""

    @cached_property
    def _library(self) -> ctypes.CDLL:
        library = ctypes.CDLL(None)
        library.faults_arm.argtypes = (
            ctypes.c_char_p,
            ctypes.c_int,
            ctypes.c_long,
            ctypes.c_long,
            ctypes.c_char_p,
        )
        for name in ("faults_calls", "faults_failed", "faults_failed_first"):
            getattr(library, name).restype = ctypes.c_long
        library.faults_what.restype = ctypes.c_char_p
        library.faults_kinds.restype = ctypes.c_void_p
        return library

    def arm(self, below: str, fault: Fault, at: int = 0, most: int = 0, log: Path | None = None) -> None:
        """Let the fault happen at call number `at` below a folder, or to `socket:PORT`; at most so often (0: ever)."""
        self._library.faults_arm(below.encode(), fault, at, most, bytes(log) if log else None)

    def disarm(self) -> None:
        """Let all calls be done from now on."""
        self._library.faults_disarm()

    @property
    def calls(self) -> int:
        """How many calls were counted since it was armed, here or in a process forked from this one."""
        return int(self._library.faults_calls())

    @property
    def failed(self) -> int:
        """How many of them met the fault."""
        return int(self._library.faults_failed())

    @property
    def what(self) -> str:
        """The kind and the path of the first that did, "" for none."""
        told = self._library.faults_what()
        return bytes(told).decode() if self.failed else ""

    @property
    def kinds(self) -> str:
        """The kinds of all calls counted, a letter each, as in `shim.c`."""
        return ctypes.string_at(self._library.faults_kinds(), self.calls).decode()
