"""How much memory and address space an embedded engine may take in this process."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TypedDict

_USUAL = 2**40
_LEAST_POOL = 2**30
"""Bytes of the engine's pool of pages at least, as far as the machine has them. 10,000 tasks loaded as one change, a
store of 36 MiB, went in with a quarter of that; to list them all took more than a quarter, and less than a half.
"""
_POOL_OF_STORE = 16
"""How many times the size of its store the pool is at least: as much as the longest list works with."""
_SHARE = 2
"""The part of the memory that this process may use which the pool takes at most: a half."""
_GROUP_LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))
"""Where Linux tells the limit of a container, in its second and its first version of that."""


class Sizes(TypedDict, total=False):
    """Arguments of `ladybug.Database`, in bytes; an empty one leaves the engine's own choice."""

    max_db_size: int
    buffer_pool_size: int


def engine_sizes(store_bytes: int = 0) -> Sizes:
    """Sizes for a store of so many bytes, that fit a limit on this process's addresses (ulimit -v); without one, a
    store may grow to 1 TiB.

    The engine wants a power of two for the first; by default it would map 8 TiB, which such a limit forbids. Its pool
    would take four fifths of the machine, and keep them.
    """
    limit = _address_limit()
    if limit is None:
        return {"max_db_size": _USUAL, "buffer_pool_size": _pool(store_bytes)}
    half = 2 ** ((limit // 2).bit_length() - 1)
    return {"max_db_size": half, "buffer_pool_size": min(half // 4, _pool(store_bytes))}


def _pool(store_bytes: int) -> int:
    wanted = max(_LEAST_POOL, _POOL_OF_STORE * store_bytes)
    memory = _memory()
    return wanted if memory is None else min(wanted, memory // _SHARE)


def _memory() -> int | None:
    """Bytes of memory that this process may use: those of the machine, or fewer in a container; None if unknown."""
    known = []
    for path in _GROUP_LIMITS:
        with suppress(OSError, ValueError):  # ValueError: it says max
            known.append(int(path.read_text(encoding="ascii")))
    if hasattr(os, "sysconf"):
        with suppress(ValueError, OSError):
            known.append(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    return min(known, default=None)


def _address_limit() -> int | None:
    """The limit in bytes, None if there is none or the system knows no such thing."""
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 - a module of Unix alone

    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    return None if limit == resource.RLIM_INFINITY else limit
