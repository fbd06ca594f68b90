"""What the system says when uploaded files cannot be kept, as one sentence: a full disk above all."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import NoRoomError, StoreError, reason_of

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What is said of a full disk, a used-up quota, and a limit set on the length of files."""


@contextmanager
def told_of_faults() -> Iterator[None]:
    """Translate what the system raises in the block: NoRoomError where there is no room, else StoreError."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise NoRoomError("uploads.no_room") from error
        raise StoreError("uploads.not_kept", reason=reason_of(error)) from error
