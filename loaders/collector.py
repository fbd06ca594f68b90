"""Rest for the collector of cycles while a file is read: readers make very many small things, none of them in a cycle,
and it would go through all of them again and again. Reading a long list takes half the time without it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_resting = 0
_was_on = False


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """No cycles are looked for until the last of those who asked for it, in whichever thread, is done."""
    global _resting, _was_on  # noqa: PLW0603 - the collector is one for the whole process
    with _lock:
        if not _resting:
            _was_on = gc.isenabled()
            gc.disable()
        _resting += 1
    try:
        yield
    finally:
        with _lock:
            _resting -= 1
            if not _resting and _was_on:
                gc.enable()
