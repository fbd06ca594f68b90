"""The worker process: reads bytes, hands them to one function, and writes what that makes of them as JSON.

It is run as a program (`loaders.limited.call` starts it) and imports only the module of that function: the package
`loaders` itself would load every reader, which takes ten times as long as a short file.
"""

import json
import os
import sys
from importlib import import_module
from types import ModuleType

DONE, NO_MEMORY = 0, 3
"""Codes with which the worker ends, the second also where it would tell too much; others tell of an error."""


class WorkerRefusal(Exception):  # noqa: N818 - no error of the program
    """A file that a function refuses: `key` names the sentence, `values` fill it."""

    def __init__(self, key: str, /, **values: str | int) -> None:
        super().__init__(key)
        self.key, self.values = key, values


def allow_seconds(seconds: int) -> None:
    """Let this process take so much time on the processor, as far as its limits permit: for a file that is long."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - there is none on Windows

        now, most = resource.getrlimit(resource.RLIMIT_CPU)
        if now != resource.RLIM_INFINITY:
            wanted = max(now, seconds)
            resource.setrlimit(resource.RLIMIT_CPU, (min(wanted, most) if most >= 0 else wanted, most))


def _main(path: str, home: str, module: str, function: str, values: str) -> int:
    """Run a function of a module on the standard input and these values; `path` is where modules are found, `home` the
    folder `loaders`.
    """
    sys.path[:] = json.loads(path)
    package = ModuleType("loaders")
    package.__path__ = [home]
    sys.modules["loaders"] = package
    own = import_module("loaders.limited.worker")  # this module by its name, so that `WorkerRefusal` is one class
    try:
        made = {"made": getattr(import_module(module), function)(sys.stdin.buffer.read(), *json.loads(values))}
    except own.WorkerRefusal as refused:
        made = {"refused": refused.key, "values": refused.values}
    except MemoryError:
        return NO_MEMORY
    told = json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    try:
        sys.stdout.buffer.write(told)
        sys.stdout.buffer.flush()
    except OSError:  # more than may be written
        os._exit(NO_MEMORY)
    return DONE


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
