"""Many files in chunks, each read and written before the next is read, so that what was read never fills the memory."""

from collections.abc import Iterable, Iterator

from api.ingest.files.find import FoundFile

FIRST_CHUNK = 32 * 1024 * 1024
"""Bytes of the files that are read before the first of them go into the store; what was read of them takes about ten
times as much memory. Each further chunk is twice as long, so that the cost stays linear.
"""
FIRST_FILES = 200
"""Files of the first chunk at most: office files say much in few bytes, and a load that is killed goes on behind the
last chunk that went into the store. Twice as many in each further chunk.
"""


def chunks(found: Iterable[FoundFile]) -> Iterator[list[FoundFile]]:
    """All files in their order, in chunks."""
    chunk: list[FoundFile] = []
    length, size, most = 0, FIRST_CHUNK, FIRST_FILES
    for one in found:
        chunk.append(one)
        length += one.length
        if length >= size or len(chunk) >= most:
            yield chunk
            chunk, length, size, most = [], 0, 2 * size, 2 * most
    if chunk:
        yield chunk
