"""Free Cypher, asked by a program of its own that can open the store only for reading, and that is ended when it takes
too long: the engine cannot be stopped in all it does, and what keeps it busy would keep all others waiting.
"""

import json
import subprocess
import sys
from threading import BoundedSemaphore
from typing import Any

from pydantic import BaseModel

from api.http import free_cypher_program
from api.http.problems import ProblemError
from graph.errors import StoreError, UsageError

AT_ONCE = 2
_NO_MEMORY = "std::bad_alloc"
"""What the engine says where memory does not suffice; where it cannot even say so, its program fails."""

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
        raise ProblemError(429, "http_429")
    try:
        command = [sys.executable, "-m", free_cypher_program.__name__]
        asked = json.dumps({"where": where, "cypher": cypher, "rows": rows})
        done = subprocess.run(command, input=asked.encode(), capture_output=True, timeout=seconds, check=False)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired as error:
        raise UsageError(f"The query takes longer than {seconds:g} seconds.") from error
    finally:
        _turns.release()
    told: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {"error": _NO_MEMORY}
    if _NO_MEMORY in told.get("error", ""):
        raise UsageError("The query takes more memory than is allowed.")
    if "error" in told:
        raise (StoreError if told["store"] else UsageError)(told["error"])
    return Found.model_validate(told)
