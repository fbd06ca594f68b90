"""How soon a command begins: processor seconds and memory of short commands, beside the bare interpreter and typer.

usage: python -m benchmarks.start [TIMES]   (by default the best of 5 of each)
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def processor_seconds(command: Sequence[str], times: int) -> tuple[float, float]:
    """The least processor seconds, system included, and the most memory (MiB) of so many runs of a program."""
    seconds, mebibytes = [], []
    for _ in range(times):
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        seconds.append(usage.ru_utime + usage.ru_stime)
        mebibytes.append(usage.ru_maxrss / 1024)
    return min(seconds), max(mebibytes)


def main() -> None:
    """Print a line a command."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "s.lbug")
        own = [sys.executable, "-m", "api"]
        subprocess.run([*own, "load", EXAMPLES, "--store", store], check=True, capture_output=True)
        commands = {
            "python": [sys.executable, "-c", ""],
            "import typer": [sys.executable, "-c", "import typer"],
            "import ladybug": [sys.executable, "-c", "import ladybug"],
            "--help": [*own, "--help"],
            "tasks --help": [*own, "tasks", "--help"],
            "documents": [*own, "documents", "--store", store],
            "tasks": [*own, "tasks", "--store", store],
            "workload": [*own, "workload", "--store", store],
        }
        for name, command in commands.items():
            seconds, mebibytes = processor_seconds(command, times)
            print(f"{name:15} {seconds:6.2f} s {mebibytes:6.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
