"""Memory that the service has freed goes back to the system sooner where its threads share it: glibc gives each thread
a part of its own (an arena), and forty of them keep what each once needed.
"""

import ctypes
import sys

ARENAS = 2
"""Arenas of the whole process."""
_M_ARENA_MAX = -8
"""The parameter of `mallopt` in glibc."""


def share_arenas() -> bool:
    """Let all threads that begin later share few arenas; whether the system's library knows such a thing."""
    if sys.platform != "linux":
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and bool(mallopt(_M_ARENA_MAX, ARENAS))
