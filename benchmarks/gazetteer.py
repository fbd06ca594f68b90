"""Lists of places added to a gazetteer, beside a plain import of the same rows into SQLite, in the same run.

usage: python -m benchmarks.gazetteer [FOLDER]

FOLDER holds a folder for each list, called by its day (2020-06-30), with its files of CSV; without it four lists of
100,000 invented villages are taken. Each list is added by a program of its own, as a person adds it. The peer keeps the
rows of each list as they stand (day, code, name), and so neither folds lists nor compares names.
"""

import csv
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from graph.gazetteer.file import gazetteer_path, opened

LISTS, VILLAGES = 4, 100_000
LOOK_UPS = 2_000
LAST = 999


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        lists = Path(sys.argv[1]) if len(sys.argv) > 1 else _invented(folder / "lists")
        days = sorted(path for path in lists.iterdir() if path.is_dir())
        where = str(folder / "s.lbug")
        seconds, peak = 0.0, 0.0
        for day in days:
            taken, mebibytes = _added(day, where)
            seconds, peak = seconds + taken, max(peak, mebibytes)
        start = time.process_time()
        rows = _peer(days, folder / "peer.sqlite")
        peer = time.process_time() - start
        sizes = [path.stat().st_size / 1e6 for path in (gazetteer_path(where), folder / "peer.sqlite")]
        print(f"{len(days)} lists, {rows} rows: {seconds:.1f} s CPU, peer {peer:.1f} s ({seconds / peer:.1f} x)")
        print(f"peak {peak:.0f} MiB; on disk {sizes[0]:.0f} MB, peer {sizes[1]:.0f} MB")
        print(f"a look-up by name in its town: {_look_up(where) * 1000:.3f} ms")


def _added(day: Path, where: str) -> tuple[float, float]:
    """Add a list; the seconds of a processor that it took, and the peak of its memory in MiB."""
    files = map(str, sorted(day.glob("*.csv")))
    command = [sys.executable, "-m", "api", "gazetteer", "add", *files, "--day", day.name, "--store", where]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        told = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(told.decode())
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def _peer(days: list[Path], path: Path) -> int:
    """Import all rows as they stand; how many there are."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE place (day TEXT, code TEXT, name TEXT, PRIMARY KEY (day, code)) WITHOUT ROWID")
        for day in days:
            connection.executemany("INSERT OR IGNORE INTO place VALUES (?, ?, ?)", _rows(day))
        return int(connection.execute("SELECT count(*) FROM place").fetchone()[0])


def _rows(day: Path) -> Iterator[tuple[str, str, str]]:
    for path in sorted(day.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            next(reader)
            for row in reader:
                yield day.name, row[0], row[1]


def _look_up(where: str) -> float:
    """Seconds in which one name is looked up in its town, over many."""
    with opened(where) as there:
        scheme = there.lists()[0].scheme
        asked = there.between(scheme, 10**11, 10**12)[:: max(1, VILLAGES // LOOK_UPS)][:LOOK_UPS]
        start = time.perf_counter()
        for one in asked:
            town = one.code // 1000 * 1000
            there.named(scheme, one.form, town, town + LAST)
        return (time.perf_counter() - start) / len(asked)


def _invented(folder: Path) -> Path:
    """Lists of villages of which some are gone in each and some are new."""
    for number in range(LISTS):
        day = folder / f"20{16 + number}-10-31"
        day.mkdir(parents=True)
        codes = (510_000_000_000 + town * 1000 + at for town in range(VILLAGES // 40) for at in range(200, 240))
        rows = (f'{code},"村{code % 7919}村委会"\n' for code in codes if code % 29 != number)
        (day / "villages.csv").write_text("code,name\n" + "".join(rows), encoding="utf-8")
    return folder


if __name__ == "__main__":
    main()
