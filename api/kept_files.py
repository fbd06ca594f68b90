"""Files of papers where they still lie with the bytes that were loaded."""

import hashlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from api.ingest.files.register import read_register
from graph.errors import FileRefusedError
from graph.stores.protocol import Store
from loaders.containers.places import bytes_at, is_file, length_at
from loaders.read import read
from loaders.text import Text


def open_original(where: str, name: str, sha256: str) -> BinaryIO | None:
    """The file that a store holds under a name, opened where it lies with the same bytes, also within a container; None
    where it does not.
    """
    for path in lying_at(where, name, sha256):
        with suppress(OSError, ValueError, FileRefusedError):
            if not is_file(path):
                continue
            opened = path.open("rb") if path.is_file() else BytesIO(bytes_at(path))
            if hashlib.file_digest(opened, "sha256").hexdigest() == sha256:
                opened.seek(0)
                return opened
            opened.close()
    return None


def original_bytes(where: str, name: str, sha256: str, most: int) -> bytes | None:
    """The bytes of a file that `open_original` opens, at most so many, or of one in a container; None where they are no
    more the same.
    """
    for path in lying_at(where, name, sha256):
        with suppress(OSError, ValueError, FileRefusedError):
            if is_file(path) and length_at(path) <= most:
                data = bytes_at(path)
                if hashlib.sha256(data).hexdigest() == sha256:
                    return data
    return None


def find_file(store: Store, name: str, sha256: str) -> Text | None:
    """The file that was loaded under a name, where it lies with the same bytes; None where it does not."""
    for path in lying_at(store.where, name, sha256):
        try:
            text = read(path) if is_file(path) else None
        except (FileRefusedError, OSError):
            continue
        if text is not None and text.sha256 == sha256:
            return text
    return None


def lying_at(where: str, name: str, sha256: str) -> tuple[Path, ...]:
    """Where a file of a store may lie: where it was loaded from, else under its name in the working folder."""
    return (*read_register(where).lying(name, sha256), Path.cwd() / name)
