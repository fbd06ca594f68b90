"""Limits of work on a file that a library of another language does: a process of its own, which may be ended."""
