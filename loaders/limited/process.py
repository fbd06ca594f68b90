"""A program that runs within limits: of time on the processor, memory, what it writes, and the clock; and with few
settings of its surroundings, so that nothing secret reaches it.

Whatever it started is ended with it. On Windows only the clock limits it.
"""

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_QUIET = subprocess.DEVNULL
_TAKEN_OVER = ("SYSTEMROOT", "TEMP")
_NO_NETWORK = dict.fromkeys(("http_proxy", "https_proxy"), "http://127.0.0.1:9")
_SHELL = 'ulimit -t {most}; ulimit -S -t {seconds}; ulimit -v {memory}; ulimit -f {blocks}; exec "$@"'


@dataclass(frozen=True, slots=True)
class Limits:
    """What a program may take: `seconds` on the processor, which it may raise itself up to `most_seconds`, `memory` in
    KiB of addresses, `most_bytes` in each file that it writes. `patience` is how long it is waited for, in seconds.
    """

    seconds: int
    memory: int
    most_bytes: int
    patience: int
    most_seconds: int = 0

    @property
    def shell(self) -> str:
        """The limits as a shell sets them before it becomes the program."""
        most = max(self.seconds, self.most_seconds)
        return _SHELL.format(most=most, seconds=self.seconds, memory=self.memory, blocks=self.most_bytes // 512)


def run_limited(
    command: Sequence[str],
    folder: Path,
    limits: Limits,
    *,
    given: IO[bytes] | None = None,
    taken: IO[bytes] | None = None,
) -> int | None:
    """The code with which a program ended that ran in a folder, reading and writing these files; below 0 the signal
    that ended it. None where it was waited for in vain.
    """
    limited = ["/bin/sh", "-c", limits.shell, "sh", *command] if os.name == "posix" else list(command)
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8"}
    environment |= {name: os.environ[name] for name in _TAKEN_OVER if name in os.environ} | _NO_NETWORK
    started = subprocess.Popen(  # noqa: S603 - programs that are installed, on files of our own names
        limited,
        cwd=folder,
        env=environment,
        stdin=given or _QUIET,
        stdout=taken or _QUIET,
        stderr=_QUIET,
        start_new_session=True,
    )
    try:
        return started.wait(limits.patience)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(started)


def _end(started: subprocess.Popen[bytes]) -> None:
    """End a process with all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        if os.name == "posix":
            os.killpg(started.pid, signal.SIGKILL)
        else:
            started.kill()
    started.wait()
