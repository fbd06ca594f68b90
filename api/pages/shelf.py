"""Pages that were made already: a page follows from the state of the graph, its address, the language and the day, so
the same one is made once.
"""

from collections.abc import Callable
from threading import Lock

from cachetools import LRUCache

BYTES = 32 * 1024 * 1024
"""Bytes of pages kept at most; those not asked for longest go first."""


class Shelf:
    """Keeps pages by all that they follow from, for many threads."""

    def __init__(self, most: int = BYTES) -> None:
        """Keep as many bytes as given."""
        self._lock = Lock()
        self._pages: LRUCache[tuple[str, ...], bytes] = LRUCache(most, getsizeof=len)

    def get(self, key: tuple[str, ...], make: Callable[[], str]) -> bytes:
        """The page of a key; `make` makes it where it is not here. One too large to keep is made each time."""
        with self._lock:
            kept = self._pages.get(key)
        if kept is not None:
            return kept
        page = make().encode()
        if len(page) <= self._pages.maxsize:
            with self._lock:
                self._pages[key] = page
        return page
