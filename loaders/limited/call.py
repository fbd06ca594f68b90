"""A function called on bytes in a worker process within limits, for libraries that a bad file can make run for ever,
take all memory or crash.

The function stands in a module of `loaders` that imports little, takes bytes and numbers and gives what JSON holds;
`loaders.limited.worker.WorkerRefusal` is how it refuses a file.
"""

import json
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from graph.errors import FileRefusedError
from loaders.limited import worker
from loaders.limited.process import ProcessLimits, run_limited

_HOME = Path(__file__).resolve().parent.parent
_MIB = 1024
_LONG = (getattr(signal, "SIGXCPU", 24), getattr(signal, "SIGKILL", 9))
"""Signals that end a process that took too long; the second at the limit that it cannot raise."""
_LARGE = getattr(signal, "SIGXFSZ", 25)

LIMITS = ProcessLimits(seconds=10, memory=1024 * _MIB, most_bytes=128 * _MIB * _MIB, patience=900, most_seconds=300)
"""1 GiB; 10 s, which a function may raise for a long file."""


def call_limited(
    module: str, function: str, data: bytes, limits: ProcessLimits = LIMITS, values: Sequence[int] = ()
) -> Any:  # noqa: ANN401 - JSON
    """What a function of a module makes of bytes and further values. Raises FileRefusedError where it refuses them,
    takes too long or too much memory, or breaks down.
    """
    asked = [json.dumps(sys.path), str(_HOME), module, function, json.dumps(values)]
    command = [sys.executable, "-I", worker.__file__, *asked]
    with TemporaryDirectory(prefix="plangraph-") as name:
        folder = Path(name)
        (folder / "given").write_bytes(data)
        with (folder / "given").open("rb") as given, (folder / "made").open("wb") as taken:
            code = run_limited(command, folder, limits, given=given, taken=taken)
        if code != worker.DONE:
            raise _refusal(code)
        made = json.loads((folder / "made").read_bytes().decode("utf-8", "surrogatepass"))
    if "refused" in made:
        raise FileRefusedError(made["refused"], **made["values"])
    return made["made"]


def _refusal(code: int | None) -> FileRefusedError:
    """Why a worker that ended so made nothing."""
    if code is None or -code in _LONG:
        return FileRefusedError("file.too_long_to_read")
    large = code == worker.NO_MEMORY or -code == _LARGE
    return FileRefusedError("file.too_much_memory" if large else "file.damaged")
