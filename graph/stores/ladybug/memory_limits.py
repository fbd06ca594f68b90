"""How much address space an embedded engine may map in this process."""

import sys
from typing import TypedDict

_USUAL = 2**40


class Sizes(TypedDict, total=False):
    """Arguments of `ladybug.Database`, in bytes; an empty one leaves the engine's own choice."""

    max_db_size: int
    buffer_pool_size: int


def engine_sizes() -> Sizes:
    """Sizes that fit a limit on this process's addresses (ulimit -v); without one, a store may grow to 1 TiB.

    The engine wants a power of two for the first; by default it would map 8 TiB, which such a limit forbids.
    """
    limit = _address_limit()
    if limit is None:
        return {"max_db_size": _USUAL}
    half = 2 ** ((limit // 2).bit_length() - 1)
    return {"max_db_size": half, "buffer_pool_size": half // 4}


def _address_limit() -> int | None:
    """The limit in bytes, None if there is none or the system knows no such thing."""
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 - a module of Unix alone

    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    return None if limit == resource.RLIM_INFINITY else limit
