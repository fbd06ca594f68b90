"""A log that is not as it was noted, tried out in a program of its own before this one opens it.

The engine drops the torn end of a log, but a few torn ends end the program that reads them (tried with Ladybug 0.22:
3 of 219 cuts of one log with other bytes behind the cut). A log is trusted where it is, byte for byte, the one that was
noted with the last commit.
"""

import json
import subprocess
import sys
import zlib
from pathlib import Path

from graph.durable_files import beside
from graph.stores.ladybug.commits import Checksum, checksum
from graph.stores.ladybug.endings import WAL
from graph.stores.ladybug.memory_limits import Sizes

_TRIAL = (
    "import json, sys, ladybug;"
    "ladybug.Connection(ladybug.Database(sys.argv[1], read_only=True, auto_checkpoint=False,"
    " throw_on_wal_replay_failure=False, **json.loads(sys.argv[2]))).execute('RETURN 1')"
)
"""Opens a file with its log and asks for nothing in it."""


def log_checksum(path: Path, known: Checksum | None = None) -> Checksum | None:
    """The checksum of the log beside a file, None where there is none or it is empty; `known` is that of its first
    bytes, which are not read again. Raises OSError.
    """
    log = beside(path, WAL)
    length = log.stat().st_size if log.exists() else 0
    if not length:
        return None
    if known is None or known.length > length:
        return checksum(log)
    with log.open("rb") as file:
        file.seek(known.length)
        more = file.read()
    return Checksum(known.length + len(more), zlib.crc32(more, known.crc))


def ends_a_program(path: Path, sizes: Sizes) -> bool:
    """Whether opening a file with the log beside it ends the program that does so; `sizes` are those of the engine."""
    # -P: no module of the working folder is run in the place of one of ours or of Python's.
    command = [sys.executable, "-P", "-c", _TRIAL, str(path), json.dumps(sizes)]
    done = subprocess.run(  # noqa: S603 - our own words
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return done.returncode < 0
