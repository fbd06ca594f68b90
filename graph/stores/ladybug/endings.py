"""What stands beside the file of an embedded store: all of it is the store's own."""

from graph.durable_files import NEW, OLD

WAL = ".wal"
LOGS = (WAL, ".wal.checkpoint", ".shadow", ".tmp", ".checkpoint.intent.lock", ".checkpoint.apply.lock")
"""What the engine may keep there."""
INTERRUPTED = (".wal.checkpoint", ".shadow")
"""What of it lies there after a version that let the engine checkpoint in place was killed while it did."""
FOLDING = ".folding"
"""A new file with the log in it, not complete yet (`graph.stores.ladybug.folding`)."""
FOLDED = ".folded"
"""The same, complete: it is to take the place of the file."""
COMMITS = ".commits"
"""What was committed (`graph.stores.ladybug.commits`)."""
CHANGING, WAITING, WRITING = LOCKS = (".lock", ".lock.next", ".lock.writer")
"""Empty files by which programs take turns (`graph.stores.ladybug.file_access`)."""
OWN = (
    "",
    *LOGS,
    *(log + OLD for log in LOGS),
    *(FOLDING + log for log in ("", *LOGS)),
    FOLDED,
    *(COMMITS + ending for ending in ("", NEW, OLD)),
    *LOCKS,
)
"""All endings of a store's own files, the file itself first."""
