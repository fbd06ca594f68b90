"""How long a free question may take, and how long its answer may be, where a person says nothing of it."""

SECONDS = 60.0
"""Seconds that a question may take, where nothing else is asked for."""
MEGABYTES = 64
"""Millions of bytes that an answer may have, where nothing else is asked for."""
