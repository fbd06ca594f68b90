"""Functions that a worker process runs for the tests of its limits."""

import os
import time

from loaders.limited.worker import Refused, allow_seconds


def count(data: bytes) -> dict[str, int | str]:
    """How many bytes there are, and words beyond the first plane of Unicode."""
    return {"bytes": len(data), "words": "牵头𠮷\ud800"}


def refuse(data: bytes) -> None:
    """Refuse the bytes."""
    raise Refused("file.too_many_words", limit=len(data))


def run_on(data: bytes) -> None:
    """Work without end, behind a longer time that is asked for where there are bytes."""
    if data:
        allow_seconds(2)
    while True:
        pass


def sleep(_: bytes) -> None:
    """Wait longer than anybody does."""
    time.sleep(60)


def eat(_: bytes) -> None:
    """Take more memory than there is."""
    held = [bytes(1024 * 1024) for _ in range(4096)]
    held.clear()


def crash(_: bytes) -> None:
    """End as a library does that breaks down."""
    os.abort()


def fail(_: bytes) -> None:
    """Raise an error that nobody thought of."""
    raise KeyError


def flood(_: bytes) -> str:
    """Tell more than may be told."""
    return "字" * 4_000_000


def look_around(_: bytes) -> dict[str, str]:
    """The settings around the worker."""
    return dict(os.environ)
