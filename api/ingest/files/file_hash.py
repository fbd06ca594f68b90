"""The hash of a file's bytes, by which it is known: the same as `graph.statements.PlanDocument` has."""

import hashlib
from contextlib import suppress
from pathlib import Path

from graph.errors import FileRefusedError
from loaders.containers.places import member_at


def hash_of(path: Path) -> str:
    """The SHA-256 of the bytes at a path, also within a container, "" where no file lies there. Raises OSError where it
    cannot be read, FileRefusedError where that is damaged.
    """
    if (member := member_at(path)) is not None:
        return hashlib.sha256(member.read()).hexdigest()
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hash_where_readable(path: Path) -> str:
    """The same, and "" too where the file cannot be read, or no file can have such a path."""
    with suppress(OSError, ValueError, FileRefusedError):
        return hash_of(path)
    return ""
