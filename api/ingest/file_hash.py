"""The hash of a file's bytes, by which it is known: the same as `graph.statements.PlanDocument` has."""

import hashlib
from contextlib import suppress
from pathlib import Path


def hash_of(path: Path) -> str:
    """The SHA-256 of the bytes at a path, "" where no file lies there. Raises OSError where it cannot be read."""
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hash_where_readable(path: Path) -> str:
    """The same, and "" too where the file cannot be read, or no file can have such a path."""
    with suppress(OSError, ValueError):
        return hash_of(path)
    return ""
