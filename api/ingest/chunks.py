"""Many files in chunks, each read and written before the next is read, so that what was read never fills the memory."""

from collections.abc import Iterable, Iterator

from api.ingest.find import FoundFile

FIRST_CHUNK = 32 * 1024 * 1024
"""Bytes of the files that are read before the first of them go into the store; what was read of them takes about ten
times as much memory. Each further chunk is twice as long, so that the cost stays linear.
"""


def chunks(found: Iterable[FoundFile]) -> Iterator[list[FoundFile]]:
    """All files in their order, in chunks."""
    chunk: list[FoundFile] = []
    length, size = 0, FIRST_CHUNK
    for one in found:
        chunk.append(one)
        length += one.length
        if length >= size:
            yield chunk
            chunk, length, size = [], 0, 2 * size
    if chunk:
        yield chunk
