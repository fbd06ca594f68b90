"""Turns at drawing: few pictures, of the graph or of a paper's pages, are drawn at the same time."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from api.http.around.problems import ProblemError

AT_ONCE = 2
"""Pictures that are drawn at the same time: a large one keeps a processor busy for seconds."""

PATIENCE = 5.0
"""Seconds to wait for the others."""

_turns = BoundedSemaphore(AT_ONCE)


@contextmanager
def drawing_turn() -> Iterator[None]:
    """A turn at drawing. Raises ProblemError (429) where others draw and do not end in time."""
    if not _turns.acquire(timeout=PATIENCE):
        raise ProblemError(429, "http.429")
    try:
        yield
    finally:
        _turns.release()
