"""The trash is emptied by age alone: when the service starts, and once a day."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import structlog

from api.http.library.library import Library
from api.http.uploads import empty_trash
from graph.errors import StoreError

DAY = 24 * 60 * 60.0
"""Seconds between two times."""
_LOG = structlog.get_logger("plangraph.http")


@contextmanager
def emptied_daily(library: Library, days: int, every: float = DAY) -> Iterator[None]:
    """Until the end of the block, delete what has lain in the trash for so many days, at once and again and again;
    where that fails the log says why.
    """
    ended = Event()

    def run() -> None:
        while True:
            try:
                empty_trash(library, days)
            except StoreError as error:
                _LOG.warning("trash_not_emptied", reason=str(error))
            if ended.wait(every):
                return

    thread = Thread(target=run, name="trash", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
