"""Originals: the bytes of the files that a store holds, where they still lie, and where they are put again."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from api.ingest.files.file_hash import hash_where_readable
from api.ingest.files.own_files import trash_folder, uploads_folder
from api.ingest.files.register import Register
from graph.durable_files import write_file
from graph.errors import FileRefusedError, reason_of

_LONGEST = 200
"""Bytes of a name under which an original is put, which leaves room for its hash."""
_SIGNS = frozenset('/\\:*?"<>|')
"""Signs that some system does not take in a name."""
_DIGITS = 8
"""Hexadecimal digits of a hash that tell an original from another of its name."""


def find_originals(where: str, register: Register, wanted: Iterable[str]) -> dict[str, Path]:
    """By hash, where bytes still lie: where files were loaded from, else anywhere among the uploads or in the trash, to
    which a file may go while it is sought.
    """
    left = set(wanted)
    found: dict[str, Path] = {}
    named = [path for path, entry in sorted(register.entries.items()) if entry.sha256 in left]
    for path in (*named, *_below(uploads_folder(where)), *_below(trash_folder(where))):
        if left and (sha256 := hash_where_readable(path)) in left:
            found[sha256] = path
            left.remove(sha256)
    return found


def put_original(folder: Path, name: str, content: bytes) -> Path:
    """Put an original into a folder, under the last part of its name where that is free, and tell where it lies.

    Raises FileRefusedError where it cannot be written.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    path = next(
        path for path in _places(folder, name, sha256) if not path.exists() or hash_where_readable(path) == sha256
    )
    if not path.exists():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_file(path, content)
        except OSError as error:
            raise FileRefusedError("file.not_written", path=path, reason=reason_of(error)) from error
    return path.parent.resolve() / path.name


def _places(folder: Path, name: str, sha256: str) -> Iterator[Path]:
    """Where an original may lie: by its own name, told from others by its hash, by its hash alone."""
    bare = name.replace("\\", "/").rpartition("/")[2].strip()
    plain = bare.isprintable() and not _SIGNS & set(bare) and not bare.startswith(".") and not bare.endswith(".")
    if bare and plain and len(bare.encode("utf-8", "replace")) <= _LONGEST:
        yield folder / bare
        yield folder / f"{sha256[:_DIGITS]}-{bare}"
    yield folder / f"{sha256}.txt"


def _below(folder: Path) -> Iterator[Path]:
    """All files in a folder and below, hidden ones too, by path."""
    yield from sorted(path for path in folder.rglob("*") if path.is_file())
