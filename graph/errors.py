"""The one tree of errors: each is a sentence for a person, never a traceback. Foreign errors are translated at the
boundary where they arise, with `from`.
"""


class PlangraphError(Exception):
    """Base of all errors that plangraph raises on purpose; `str(error)` is the sentence to show."""


class FileRefusedError(PlangraphError):
    """A file that cannot be read: missing, empty, binary, undecodable, or above a stated size."""


class StoreError(PlangraphError):
    """A store that cannot be opened, read or written: no store, in use, refused, of another version."""


class StoreInUseError(StoreError):
    """A store that somebody else has open: it may be had later."""


class NotFoundError(PlangraphError):
    """A named thing that is not in the graph (an unknown leader, plan, place …)."""


class UsageError(PlangraphError):
    """A question that cannot be asked so: a bad date, an unknown parameter, a query that would write."""
