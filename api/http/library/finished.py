"""Finished answers, pages and files in bytes, and their cache: by the state of the graph and all else that they follow
from.
"""

from dataclasses import dataclass

from api.http.library.cache import Cache

BYTES = 128 * 1024 * 1024
"""Bytes kept at most: 3,000 pages of 42 KB, as the 33 tasks of the examples take."""
LARGEST = BYTES // 4
"""Bytes of the largest one that is kept: the triples of 1,500 tasks as in the examples. More would evict the rest."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The content of an answer, and the name under which a browser saves it ("" where it shows it)."""

    content: bytes
    name: str = ""

    def __len__(self) -> int:
        """Its length in bytes."""
        return len(self.content)


def finished_answers() -> Cache[Finished]:
    """An empty cache for the answers of one service."""
    return Cache(len, most=BYTES, largest=LARGEST)
