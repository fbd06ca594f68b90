"""Files that commands write: whole or not at all, always UTF-8."""

import os
from pathlib import Path

from graph.errors import FileRefusedError


def write(path: Path, text: str, *, mark: bool = False) -> None:
    """Write a text file, making its folder; `mark` puts a BOM first, by which spreadsheets know UTF-8.

    Raises FileRefusedError where it cannot be written.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            aside.write_text(text, encoding="utf-8-sig" if mark else "utf-8", newline="")
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise FileRefusedError(f"{path} cannot be written: {error.strerror}.") from error
