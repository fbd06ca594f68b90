"""The engine's log, taken into the file of the store: in a copy, which then takes the place of the file.

So the file of a store is never changed where it lies: it is the old one or the new one, whole, whatever fails or is
killed in between. The steps, each on the disk before the next:

1. `.folding`: a copy of the file, with a copy of its log, in which the engine makes its checkpoint, after a change
   where one is made in this way;
2. `.folded`: the same, renamed when it is complete. From here on it counts, and the log beside the file no longer;
3. the log is removed, and `.folded` renamed to be the file.

Who opens a store and finds `.folded` goes on with step 3 (`settle`); `.folding` is thrown away. A new store is made in
the same way, from nothing.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from graph.durable_files import OLD, belong_like, beside, sync_file, sync_folder
from graph.stores.ladybug.endings import FOLDED, FOLDING, INTERRUPTED, LOGS, ROWS, WAL
from graph.stores.ladybug.engine import Engine, WriteFailedError


def log_length(path: Path) -> int:
    """The bytes of the log beside a file; 0 where there is none."""
    log = beside(path, WAL)
    return log.stat().st_size if log.exists() else 0


def is_settled(path: Path) -> bool:
    """Whether nothing is left beside a file that must be put right before it can be read."""
    return not any(beside(path, ending).exists() for ending in (FOLDED, *INTERRUPTED))


def settle(path: Path) -> None:
    """Put right what was left beside a file by a program that died. Raises OSError, or RuntimeError of the engine."""
    if beside(path, FOLDED).exists():
        _put_in_place(path)
    _clear(beside(path, FOLDING))
    if any(beside(path, ending).exists() for ending in INTERRUPTED):
        fold(path, check=lambda _: None, note=lambda _: None)


def fold(
    path: Path,
    *,
    check: Callable[[Engine], None],
    note: Callable[[Path], None],
    change: Callable[[Engine], object] | None = None,
) -> None:
    """Take the log into the file, with a `change` that is made in one transaction. `check` looks at the copy when all
    is in it, and raises RuntimeError where it is not; `note` is told of the complete copy before that counts.

    Raises OSError, RuntimeError also of the engine, and WriteFailedError; then the file and its log are as they were,
    unless a complete copy lies there (`is_settled`).
    """
    folding = beside(path, FOLDING)
    _clear(folding)
    try:
        for ending in ("", *LOGS):
            if beside(path, ending).exists():
                shutil.copyfile(beside(path, ending), beside(folding, ending))
        belong_like(folding, path)
        _checkpoint(folding, check, change)
        _complete(path, note)
    except (OSError, RuntimeError, WriteFailedError):
        _clear(folding)
        raise
    _put_in_place(path)


def rows_file(path: Path) -> Path:
    """Where rows stand on their way into a copy of a file; it goes when the copy is put in place, or given up."""
    return beside(path, ROWS)


def make(path: Path, set_up: Callable[[Engine], object]) -> None:
    """Make a new store at a path where there is none, and let it be set up. Raises OSError, RuntimeError."""
    folding = beside(path, FOLDING)
    _clear(folding)
    for ending in LOGS:  # of a file that is no longer there
        if beside(path, ending).exists():
            beside(path, ending).replace(beside(path, ending + OLD))
    try:
        _checkpoint(folding, lambda _: None, set_up)
        _complete(path, lambda _: None)
    except (OSError, RuntimeError, WriteFailedError):
        _clear(folding)
        raise
    _put_in_place(path)


def _checkpoint(
    folding: Path, check: Callable[[Engine], None], change: Callable[[Engine], object] | None = None
) -> None:
    engine = Engine(str(folding))
    try:
        if change is not None:
            with engine.writing():
                change(engine)
    except BaseException as error:
        engine.leave(error)
        raise
    # By the same engine: what a change has copied stands in no log (`graph.stores.ladybug.bulk`).
    try:
        engine.checkpoint()
    except RuntimeError:
        engine.abandon()
        raise
    try:
        check(engine)
    finally:
        engine.close()


def _complete(path: Path, note: Callable[[Path], None]) -> None:
    folding = beside(path, FOLDING)
    if log_length(folding):
        raise RuntimeError("the log is not empty after the checkpoint")
    sync_file(folding)
    note(folding)
    folding.replace(beside(path, FOLDED))
    sync_folder(path.parent)


def _put_in_place(path: Path) -> None:
    for ending in LOGS:
        beside(path, ending).unlink(missing_ok=True)
    sync_folder(path.parent)
    beside(path, FOLDED).replace(path)
    sync_folder(path.parent)
    _clear(beside(path, FOLDING))


def _clear(folding: Path) -> None:
    for ending in ("", ROWS.removeprefix(FOLDING), *LOGS):
        beside(folding, ending).unlink(missing_ok=True)
