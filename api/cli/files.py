"""Files that commands write: whole or not at all, texts always UTF-8."""

import os
from pathlib import Path

from graph.errors import FileRefusedError, reason_of


def write(path: Path, content: str | bytes, *, mark: bool = False) -> None:
    """Write a file, making its folder; a text is UTF-8, and `mark` puts a BOM first, by which spreadsheets know it.

    Raises FileRefusedError where it cannot be written.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            encoding = "utf-8-sig" if mark else "utf-8"
            aside.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise FileRefusedError("file.not_written", path=path, reason=reason_of(error)) from error
