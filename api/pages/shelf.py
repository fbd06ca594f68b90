"""Pages and files that were made already: they follow from the state of the graph, their address, the language and the
day, so the same one is made once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from cachetools import LRUCache

BYTES = 64 * 1024 * 1024
"""Bytes kept at most; what was not asked for longest goes first."""

SHARE = 4
"""What is longer than this part of the shelf is not kept: it would push out everything else."""


@dataclass(frozen=True, slots=True)
class Made:
    """The content of a page or file, and the name that a file is saved by ("" for a page)."""

    content: bytes
    name: str = ""

    def __len__(self) -> int:
        """Its length in bytes."""
        return len(self.content)


Key = tuple[str, ...]


class Shelf:
    """Keeps what was made by all that it follows from, for many threads."""

    def __init__(self, most: int = BYTES) -> None:
        """Keep as many bytes as given."""
        self._lock = Lock()
        self._kept: LRUCache[Key, Made] = LRUCache(most, getsizeof=len)

    def kept(self, key: Key) -> Made | None:
        """What was made of a key, if it is here."""
        with self._lock:
            return self._kept.get(key)

    def get(self, key: Key, make: Callable[[], Made]) -> Made:
        """What a key stands for; `make` makes it where it is not here. What is too long to keep is made each time."""
        found = self.kept(key)
        if found is None:
            found = make()
            if len(found) <= self._kept.maxsize / SHARE:
                with self._lock:
                    self._kept[key] = found
        return found
