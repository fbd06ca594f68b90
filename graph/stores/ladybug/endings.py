"""What stands beside the file of an embedded store: all of it is the store's own."""

from graph.durable_files import NEW, OLD

WAL = ".wal"
LOGS = (WAL, ".wal.checkpoint", ".shadow", ".tmp", ".checkpoint.intent.lock", ".checkpoint.apply.lock")
"""What the engine may keep there."""
INTERRUPTED = (".wal.checkpoint", ".shadow")
"""What of it lies there after a version that let the engine checkpoint in place was killed while it did."""
FOLDING = ".folding"
"""A new file with the log in it, not complete yet (`graph.stores.ladybug.folding`)."""
ROWS = FOLDING + ".rows"
"""Rows on their way into such a file (`graph.stores.ladybug.bulk`)."""
FOLDED = ".folded"
"""The same, complete: it is to take the place of the file."""
CONTENT = ("", WAL, *INTERRUPTED, FOLDED)
"""Endings of all files, the file itself first, in which may stand what a store holds: what a copy of it needs."""
HEADER = b"LBUG"
"""How the file itself begins."""
COMMITS = ".commits"
"""What was committed (`graph.stores.ladybug.commits`)."""
DAMAGED = ".damaged"
"""A damaged file that was set aside when the store was made again."""
CHANGING, WAITING, WRITING = LOCKS = (".lock", ".lock.next", ".lock.writer")
"""Empty files by which programs take turns (`graph.stores.ladybug.file_access`)."""
OWN = (
    "",
    *LOGS,
    *(log + OLD for log in LOGS),
    *(FOLDING + log for log in ("", *LOGS)),
    ROWS,
    FOLDED,
    *(COMMITS + ending for ending in ("", NEW, OLD, OLD + NEW)),
    *(DAMAGED + log for log in ("", *LOGS)),
    *LOCKS,
)
"""All endings of a store's own files, the file itself first."""
