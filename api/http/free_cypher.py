"""Free Cypher, asked by a program of its own that can open the store only for reading, and that is ended when it takes
too long: the engine cannot be stopped in all it does, and what keeps it busy would keep all others waiting.
"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from threading import BoundedSemaphore
from typing import Any

from pydantic import BaseModel

from api.http import free_cypher_program
from api.http.around.problems import ProblemError
from graph.errors import StoreError, UsageError
from graph.stores.protocol import too_long

AT_ONCE = 2
_NO_MEMORY = re.compile(r"bad_alloc|MemoryError|[Uu]nable to allocate memory|buffer pool is full")
"""What the engine, or its program at its end, says where memory does not suffice."""
_KILLED = 9
"""The signal by which a system that runs out of memory ends a program."""

_turns = BoundedSemaphore(AT_ONCE)


class Found(BaseModel):
    """The rows of an answer; `truncated` says that there were more than the service gives."""

    items: list[dict[str, str | int | float | bool | list[str] | None]]
    truncated: bool


def answer(where: str, cypher: str, seconds: float, rows: int) -> Found:
    """The first rows of the answer to a statement, asked of the store at `where` within some seconds.

    Raises UsageError for what is no question or takes too long, StoreError where the store fails, ProblemError (429)
    where others ask already.
    """
    if not _turns.acquire(blocking=False):
        raise ProblemError(429, "http.429")
    try:
        command = [sys.executable, "-m", free_cypher_program.__name__]
        asked = json.dumps({"where": where, "cypher": cypher, "rows": rows, "seconds": seconds})
        done = subprocess.run(command, input=asked.encode(), capture_output=True, timeout=seconds, check=False)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired as error:
        raise too_long(seconds) from error
    finally:
        _turns.release()
    told = told_by(where, done)
    if "error" in told:
        raise (StoreError if told["store"] else UsageError)(told["error"], **told["values"])
    return Found.model_validate(told)


def told_by(where: str, done: subprocess.CompletedProcess[bytes]) -> dict[str, Any]:
    """What the program has told, by how it has ended.

    Raises UsageError where it wanted too much memory or crashed, StoreError where it failed in another way.
    """
    last_words = done.stderr.decode(errors="replace").strip()
    told: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {}
    if done.returncode == -_KILLED or _NO_MEMORY.search(_reason(told) if told else last_words):
        raise UsageError("query.too_large")
    if done.returncode < 0:
        raise UsageError("query.crashes")
    if done.returncode > 0:
        last_line = last_words.rpartition("\n")[2] or f"exit code {done.returncode}"
        raise StoreError("store.failed", store=where, reason=last_line)
    return told


def _reason(told: Mapping[str, Any]) -> str:
    """What the engine said of an error, "" where there is none."""
    return str(told.get("values", {}).get("reason", ""))
