"""Files by their paths, also those within a container: 材料.zip!清单.xlsx is 清单.xlsx in 材料.zip, as if that were a
folder. A container is opened again when it is asked for; nothing is extracted.
"""

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from graph.errors import FileRefusedError
from loaders.containers.member import ContainedFile
from loaders.containers.opening import INSIDE, is_container, open_container
from loaders.limits import MIB

MOST_BYTES = 256 * 1024 * 1024
"""The limit of a container."""


def container_at(path: Path) -> dict[str, ContainedFile] | None:
    """The files in a container by their names; None where no container lies. Raises OSError and FileRefusedError."""
    status = path.stat()
    if status.st_size > MOST_BYTES:
        raise FileRefusedError("file.too_large", limit=MOST_BYTES // MIB)
    return _opened(str(path), status.st_mtime_ns, status.st_size)


@lru_cache(1)
def _opened(path: str, _time: int, _size: int) -> dict[str, ContainedFile] | None:
    """The files in a container as it lies there now; they are asked for one after the other."""
    data = Path(path).read_bytes()
    return open_container(data) if is_container(data) else None


def member_at(path: Path) -> ContainedFile | None:
    """The file within a container that a path names, None where it names none that is there."""
    if INSIDE not in str(path) or path.exists():
        return None
    for file, name in _partings(path):
        if file.is_file():
            try:
                return (container_at(file) or {}).get(name)
            except FileRefusedError:
                return None
    return None


def exists(path: Path) -> bool:
    """Whether a file lies at a path, also within a container."""
    return path.exists() or member_at(path) is not None


def is_file(path: Path) -> bool:
    """Whether a file, and no folder, lies at a path, also within a container."""
    return path.is_file() or member_at(path) is not None


def length_at(path: Path) -> int:
    """The bytes of a file. Raises OSError where none lies there."""
    member = member_at(path)
    return path.stat().st_size if member is None else member.length


def bytes_at(path: Path) -> bytes:
    """The bytes of a file. Raises OSError where none can be read, FileRefusedError where a container is damaged."""
    member = member_at(path)
    return path.read_bytes() if member is None else member.read()


def _partings(path: Path) -> Iterator[tuple[Path, str]]:
    """The ways to part a path at the sign: the container, and the name in it with / between folders."""
    text = str(path)
    at = text.find(INSIDE)
    while at >= 0:
        yield Path(text[:at]), text[at + 1 :].replace(os.sep, "/")
        at = text.find(INSIDE, at + 1)
