"""A loop of events for a test: a browser that other tests opened keeps one running in the thread of the tests."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Result = TypeVar("Result")


def in_thread(work: Callable[[], Result]) -> Result:
    """What `work`, which runs a loop of its own, gives in a thread of its own; what it raises is raised."""
    with ThreadPoolExecutor(max_workers=1) as threads:
        return threads.submit(work).result()
