"""A process forked from a warmed one: it runs a function and ends, is killed, or hangs; what it said is kept.

To start an interpreter and import all takes longer than most actions that are tried here; a fork takes milliseconds.
"""

import gc
import os
import select
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 30.0
"""Seconds after which a process hangs; a usual one takes under one."""
_TRACEBACK = 70
"""The exit code of a process that ended with an error that nobody foresaw."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: its exit code, or the signal that ended it; what it said; whether it hung."""

    code: int | None
    signal: int
    said: str
    hung: bool = False

    @property
    def in_order(self) -> bool:
        """Whether it ended by itself with a code and no traceback; one that failed must have said why."""
        return self.code is not None and "Traceback" not in self.said and (self.code == 0 or bool(self.said.strip()))

    @property
    def told(self) -> str:
        """In a line."""
        how = "hung" if self.hung else f"signal {self.signal}" if self.signal else f"exit {self.code}"
        last = [line for line in self.said.splitlines() if line.strip()][-1:]
        return f"{how}: {' '.join(last)[:200]}"


@dataclass(slots=True)
class Running:
    """A forked process under way, with the file into which it writes what it says."""

    pid: int
    handle: int
    output: Path

    def wait(self, patience: float = PATIENCE) -> Ended:
        """How it ended; what does not end in time is killed."""
        ready, _, _ = select.select([self.handle], [], [], patience)
        if not ready:
            signal.pidfd_send_signal(self.handle, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        os.close(self.handle)
        said = self.output.read_text(encoding="utf-8", errors="replace")
        code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else None
        return Ended(code, os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, said, hung=not ready)

    @property
    def runs(self) -> bool:
        """Whether it has not ended yet; it is not buried by asking."""
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None


def started(function: Callable[[], object], folder: Path, output: Path) -> Running:
    """Run a function in a process of its own, in a folder, all that it writes for people into a file."""
    output.write_bytes(b"")
    pid = os.fork()
    if pid:
        return Running(pid, os.pidfd_open(pid), output)
    code = _TRACEBACK
    try:
        os.chdir(folder)
        for target, path, flags in ((0, os.devnull, os.O_RDONLY), (1, output, os.O_WRONLY), (2, output, os.O_WRONLY)):
            handle = os.open(path, flags | os.O_APPEND)
            os.dup2(handle, target)
            os.close(handle)
        code = _code(function)
        gc.collect()  # what the function held is closed now, as at the end of a program
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def run(function: Callable[[], object], folder: Path, output: Path, patience: float = PATIENCE) -> Ended:
    """Run a function in a process of its own until it ended."""
    return started(function, folder, output).wait(patience)


def _code(function: Callable[[], object]) -> int:
    """The exit code of a program that calls a function and does no more."""
    try:
        function()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BaseException:  # noqa: BLE001 - as the interpreter does: tell it, and end
        traceback.print_exc()
        return _TRACEBACK
    return 0
