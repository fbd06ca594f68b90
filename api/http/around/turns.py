"""Turns at what keeps a processor busy for seconds: few do it at the same time, others wait a little or are refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from api.http.around.problems import ProblemError

PATIENCE = 5.0
"""Seconds to wait for the others."""


class WorkTurns:
    """WorkTurns at one kind of work, of which so many are at once."""

    def __init__(self, at_once: int) -> None:
        """So many turns at a time."""
        self._free = BoundedSemaphore(at_once)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """A turn. Raises ProblemError (429) where others do not end in time."""
        if not self._free.acquire(timeout=PATIENCE):
            raise ProblemError(429, "http.429")
        try:
            yield
        finally:
            self._free.release()
