"""The program that asks one statement of a store, opened for reading only: JSON on stdin, JSON on stdout.

In: {"where", "cypher", "rows", "seconds"}. Out: {"items", "truncated"}, or {"error", "values", "store"}: the key
and the values of an error, and whether the store and not the statement is to blame.
"""

import json
import sys
from contextlib import closing
from pathlib import Path

from graph.errors import PlangraphError, StoreError
from graph.messages.message import plain
from graph.stores.open import open_asked

MEMORY = 8 * 1024**3
"""Bytes of addresses that it may use beside four times the size of the store."""


def main() -> None:
    """Answer once."""
    asked = json.load(sys.stdin)
    _limit_memory(asked["where"])
    try:
        with closing(open_asked(asked["where"])) as store:
            rows = store.read_first(asked["cypher"], most=asked["rows"] + 1, seconds=asked["seconds"])
    except PlangraphError as error:
        why = error.message
        told: dict[str, object] = {"error": why.key, "values": plain(why), "store": isinstance(error, StoreError)}
    else:
        told = {"items": rows[: asked["rows"]], "truncated": len(rows) > asked["rows"]}
    sys.stdout.write(json.dumps(told))


def _limit_memory(where: str) -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - a module of Unix alone

    path = Path(where)
    most = MEMORY + 4 * (path.stat().st_size if path.is_file() else 0)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


if __name__ == "__main__":
    main()
