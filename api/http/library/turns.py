"""Taking turns: many readers together, or one change alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class Turns:
    """Any number read at a time, or one changes. A change that waits goes before readers that come later, so that
    readers in plenty cannot keep it out. Neither may be entered again from inside.
    """

    def __init__(self) -> None:
        """Nobody reads and nothing changes yet."""
        self._turn = Condition()
        self._readers = 0
        self._waiting = 0
        self._changing = False

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Keep changes out until the end of the block."""
        with self._turn:
            self._turn.wait_for(lambda: not self._changing and not self._waiting)
            self._readers += 1
        try:
            yield
        finally:
            with self._turn:
                self._readers -= 1
                self._turn.notify_all()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Wait for the readers to end, and keep everybody out until the end of the block."""
        with self._turn:
            self._waiting += 1
            try:
                self._turn.wait_for(lambda: not self._changing and not self._readers)
            finally:
                self._waiting -= 1
            self._changing = True
        try:
            yield
        finally:
            with self._turn:
                self._changing = False
                self._turn.notify_all()
