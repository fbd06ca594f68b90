"""Corrections as a file that people keep, compare and pass on: a list of [[correction]] tables in TOML.

One block a correction, in the order of the places that they hang on, a line a key: the same corrections give the same
bytes, and two such files can be merged line by line.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.corrections.corrections import Corrections, in_order
from graph.corrections.rows import of_row, to_row
from graph.errors import UsageError, reason_of

EXPORTED = "# Exported by plangraph corrections export: taken in again by corrections import.\n"


def read_corrections(path: Path) -> Corrections:
    """The corrections in a file. Raises UsageError, one sentence, for one that is missing or broken."""
    try:
        words = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("corrections.unread", path=path, reason=reason_of(error)) from error
    try:
        rows = tomllib.loads(words).get("correction", [])
    except tomllib.TOMLDecodeError as error:
        raise UsageError("corrections.no_toml", path=path, reason=error) from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UsageError("corrections.no_tables", path=path)
    made = []
    for number, row in enumerate(rows, start=1):
        try:
            made.append(of_row(row))
        except UsageError as error:
            raise UsageError("corrections.wrong", path=path, number=number, reason=error) from error
    return in_order(made)


def exported(corrections: Corrections) -> str:
    """The text of a file for people to keep, compare and pass on."""
    blocks = ("[[correction]]\n" + "".join(_lines(to_row(one))) for one in corrections.all)
    return f"{EXPORTED}\n" + "\n".join(blocks)


def _lines(row: Mapping[str, object], before: str = "") -> Iterator[str]:
    for key, value in row.items():
        if isinstance(value, Mapping):
            yield from _lines(value, f"{before}{key}.")
        else:
            yield f"{before}{key} = {_value(value)}\n"


def _value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
