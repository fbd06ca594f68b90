"""What goes out: answers in UTF-8 on stdout, whatever the locale, and sentences on stderr. A reader who closes the pipe
early has read enough; that is no error.
"""

import io
import json
import os
import sys
from collections.abc import Iterable, Mapping

import typer


def use_utf8() -> None:
    """Make both streams write UTF-8; what cannot be written so (a file name in another encoding) is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def emit(text: str) -> None:
    """Write a part of the answer to stdout."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes stdout once more at its end: let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None


def emit_rows(rows: Iterable[Mapping[str, object]]) -> None:
    """Write a JSON array of objects, a line each."""
    lines = ",\n".join(json.dumps(dict(row), ensure_ascii=False) for row in rows)
    emit(f"[\n{lines}\n]\n" if lines else "[]\n")


def tell(sentence: str) -> None:
    """Write one sentence for the person on stderr."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()
