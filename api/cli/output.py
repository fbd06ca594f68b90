"""What goes out: answers in UTF-8 on stdout, whatever the locale, and sentences on stderr. A reader who closes the pipe
early has read enough; that is no error.

Words for people hold nothing that would steer a terminal (`api.visible`), in a pipe too, as it may end in one. JSON
says the same by escapes. An export is exact, unless it goes to a terminal.
"""

import io
import json
import os
import sys
from collections.abc import Iterable, Mapping

import typer

from api.visible import escaped, one_line, visible


def use_utf8() -> None:
    """Make both streams write UTF-8; what cannot be written so (a file name in another encoding) is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def emit(words: str) -> None:
    """Write a part of the answer for people to stdout."""
    _write(visible(words))


def emit_table(table: str) -> None:
    """Write a table, whose cells are `visible` already and whose lines may have colours."""
    _write(table)


def emit_export(content: str) -> None:
    """Write what other programs read, exactly as it is where it does not go to a terminal."""
    _write(visible(content) if sys.stdout.isatty() else content)


def emit_json(text: str) -> None:
    """Write JSON."""
    _write(escaped(text))


def _write(text: str) -> None:
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
    emit_json(f"[\n{lines}\n]\n" if lines else "[]\n")


def tell(sentence: str) -> None:
    """Write one sentence for the person on stderr."""
    sys.stderr.write(f"{one_line(sentence)}\n")
    sys.stderr.flush()
