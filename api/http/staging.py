"""Files on their way into a folder. While a file is loaded it stands in its place; what stood there before comes back
unless the file was taken in, and after a kill it does so the next time.

All that is under way lies in a hidden folder inside, so that no name of a file can meet it.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from shutil import copyfileobj, rmtree
from typing import BinaryIO

from graph.refresh.delta import Copy

Held = Callable[[], frozenset[Copy]]
"""Asks for all copies that were taken in: the hash of the bytes and the name of each."""

_ASIDE = ".coming"
_BEFORE = "before"
_NEW = "new"


@contextmanager
def in_place(folder: Path, files: Mapping[str, BinaryIO], held: Held) -> Iterator[None]:
    """Put files, by name, into the folder until the end of the block; those that are held then stay."""
    settle(folder, held)
    new, before = folder / _ASIDE / _NEW, folder / _ASIDE / _BEFORE
    try:
        new.mkdir(parents=True)
        for name, file in files.items():
            with (new / name).open("wb") as coming:
                copyfileobj(file, coming)
        before.mkdir()
        for name in files:
            _put_aside(folder / name, before / name)
            (new / name).replace(folder / name)
        yield
    finally:
        settle(folder, held)


def settle(folder: Path, held: Held) -> None:
    """End whatever is under way in the folder: files that are held stay, for others comes back what stood there."""
    if not (folder / _ASIDE).exists():
        return
    before = folder / _ASIDE / _BEFORE
    put_aside = sorted(before.iterdir()) if before.exists() else []
    copies = held() if put_aside else frozenset()
    for old in put_aside:
        if not _is_held(folder / old.name, copies):
            _bring_back(old, folder / old.name)
    rmtree(folder / _ASIDE)


def _put_aside(path: Path, aside: Path) -> None:
    """Move what stands at the path; where nothing does, an empty file says so, which is never taken in itself."""
    if path.exists():
        path.replace(aside)
    else:
        aside.touch()


def _bring_back(aside: Path, path: Path) -> None:
    if aside.stat().st_size:
        aside.replace(path)
    else:
        path.unlink(missing_ok=True)


def _is_held(path: Path, copies: frozenset[Copy]) -> bool:
    if not path.exists():
        return False
    with path.open("rb") as file:
        return (file_digest(file, "sha256").hexdigest(), path.name) in copies
