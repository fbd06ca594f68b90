"""A free question in Cypher or SPARQL, asked by a program of its own with limits of time and of bytes: no engine can be
stopped in all it does, and an answer may be longer than the memory of the machine.

On a server the limit of time is that of the transaction, so the server keeps it; when it has passed, the end of the
transaction is waited for, and where it does not come, that is said.
"""

import json
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from threading import Event, Timer
from typing import Any
from uuid import uuid4

from api.settings import Language
from graph.errors import StoreError, UsageError
from graph.exports.rdf.names import DEFAULT_BASE
from graph.stores.neo4j.address import SCHEMES

SECONDS = 60.0
"""Seconds that a question may take, where nothing else is asked for."""
MEGABYTES = 64
"""Millions of bytes that an answer may have, where nothing else is asked for."""
ANSWER = 5.0
"""Seconds in which a server whose limit has passed tells so itself, before its program is ended."""
END = 20.0
"""Seconds to wait for a server to end a transaction."""
_PAUSE = 0.2
_ROOT = Path(__file__).resolve().parents[2]
_START = "import sys; sys.path.append({!r}); from api.ask.free_question_program import main; main()"
_MILLION = 1_000_000
_ERRORS = {one.__name__: one for one in (UsageError, StoreError)}


def answer(
    where: str, cypher: str, lang: Language, *, seconds: float = SECONDS, megabytes: int = MEGABYTES
) -> list[dict[str, object]]:
    """The rows of an answer in Cypher of the store `where`, which is opened for reading only.

    Raises UsageError for what is no question, takes too long or gives too much, StoreError where the store fails.
    """
    return _answer(where, {"cypher": cypher, "lang": lang}, seconds, megabytes)


def answer_sparql(
    where: str,
    sparql: str,
    lang: Language,
    *,
    base: str = DEFAULT_BASE,
    seconds: float = SECONDS,
    megabytes: int = MEGABYTES,
    fixed: bool = False,
) -> dict[str, Any]:
    """An answer in SPARQL of the store `where`, as `graph.exports.rdf.sparql` gives it. Raises what `answer` does; of
    limits that are `fixed` it is not said how to have others.
    """
    from graph.exports.rdf.sparql import check_question  # noqa: PLC0415 - loads an engine, and is needed here alone

    check_question(sparql)
    question: dict[str, object] = {"sparql": sparql, "base": base, "lang": lang}
    return _answer(where, question, seconds, megabytes, fixed=fixed)[0]


def _answer(
    where: str, question: dict[str, object], seconds: float, megabytes: int, *, fixed: bool = False
) -> list[dict[str, Any]]:
    mark = uuid4().hex
    on_server = where.partition("://")[0] in SCHEMES
    asked = {"where": where, "seconds": seconds, "mark": mark if on_server else "", **question}
    most = megabytes * _MILLION
    done = False
    try:
        told, code = _told(asked, seconds + ANSWER if on_server else seconds, most)
        done = code == 0 and len(told) <= most
    finally:
        if on_server and not done:
            _end(where, mark)
    if len(told) > most:
        if fixed:
            raise UsageError("query.over_bytes", megabytes=megabytes)
        raise UsageError("query.too_much", megabytes=megabytes)
    if code is None:
        if fixed:
            raise UsageError("query.over_time", seconds=seconds)
        raise UsageError("query.too_long", seconds=seconds)
    if code:
        raise UsageError("query.ended", code=code)
    rows = [json.loads(line) for line in told.splitlines()]
    if rows and isinstance(rows[-1], list):
        kind, sentence = rows[-1]
        raise _ERRORS[kind]("query.told", sentence=sentence)
    return rows


def _told(asked: dict[str, object], seconds: float, most: int) -> tuple[bytes, int | None]:
    """What the program has told, one byte more than `most` at the most, and its exit code, None where it was late."""
    # -P: no module of the working folder is run in the place of one of ours or of Python's.
    command = [sys.executable, "-P", "-c", _START.format(str(_ROOT))]
    late = Event()
    with subprocess.Popen(  # noqa: S603 - our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as program:

        def end() -> None:
            late.set()
            program.kill()

        timer = Timer(seconds, end)
        timer.start()
        try:
            if program.stdin is None or program.stdout is None:
                raise TypeError("both are pipes")
            program.stdin.write(json.dumps(asked).encode())
            program.stdin.close()
            told = program.stdout.read(most + 1)
            if len(told) <= most:
                program.wait()
        finally:
            timer.cancel()
            program.kill()
    return told, None if late.is_set() else program.returncode if len(told) <= most else 0


def _end(where: str, mark: str) -> None:
    """Have the server end what bears the mark, and wait for that. Raises UsageError where it goes on."""
    from graph.stores.neo4j.store import Neo4jStore  # noqa: PLC0415 - an engine is loaded only where it is used

    with closing(Neo4jStore(where, read_only=True)) as store:
        until = time.monotonic() + END
        while names := store.running(mark):
            store.terminate(names)
            if time.monotonic() > until:
                raise UsageError("query.still_runs", seconds=END, names=", ".join(names))
            time.sleep(_PAUSE)
