"""The program that asks one free question (Cypher, SPARQL) of a store, opened for reading only: JSON on stdin, a JSON
object a row on stdout; where there is an error, a last line with a list: its kind and its sentence.
"""

import json
import signal
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from graph.errors import PlangraphError, StoreError, UsageError
from graph.exports.rdf.people import records_of
from graph.exports.rdf.sparql import ask_sparql, index
from graph.messages.sentences import worded
from graph.stores.neo4j.address import SCHEMES
from graph.stores.open import open_store
from graph.stores.protocol import Row
from graph.stores.read_back import read_all

MEMORY = 8 * 1024**3
"""Bytes of addresses that it may use beside four times the size of the store."""
LATER = 30
"""Seconds behind its limit of time after which it ends by itself, should nobody be left who ends it."""


def main() -> None:
    """Answer once."""
    asked = json.load(sys.stdin)
    _limit(asked["where"], asked["seconds"])
    try:
        rows = _of_rdf(**asked) if "sparql" in asked else _rows(**asked)
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    except PlangraphError as error:
        kind = StoreError if isinstance(error, StoreError) else UsageError
        lines = [json.dumps([kind.__name__, worded(asked["lang"], error.message)])]
    except MemoryError:
        lines = [json.dumps([UsageError.__name__, worded(asked["lang"], UsageError("query.no_memory").message)])]
    for line in lines:
        sys.stdout.buffer.write(line.encode("utf-8", "surrogatepass") + b"\n")


def _rows(where: str, cypher: str, seconds: float, mark: str, **_: object) -> list[Row]:
    if where.partition("://")[0] not in SCHEMES:
        with closing(open_store(where, read_only=True)) as store:
            return store.read(cypher)
    from graph.stores.neo4j.store import Neo4jStore  # noqa: PLC0415 - an engine is loaded only where it is used

    with closing(Neo4jStore(where, read_only=True)) as server:
        return server.read_within(cypher, seconds, mark)


def _of_rdf(where: str, sparql: str, base: str, **_: object) -> list[dict[str, Any]]:
    with closing(open_store(where, read_only=True)) as store:
        facts, records = read_all(store), records_of(store)
    return [ask_sparql(index(facts, records, base), sparql, base)]


def _limit(where: str, seconds: float) -> None:
    """Let the system end this program where it takes far too much memory or time."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - a module of Unix alone

    path = Path(where)
    most = MEMORY + 4 * (path.stat().st_size if path.is_file() else 0)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    signal.alarm(int(seconds) + LATER)
