"""The one tree of errors: each is a message for a person, never a traceback. Foreign errors are translated at the
boundary where they arise, with `from`.

```
PlangraphError
├── FileRefusedError     a file that cannot be read or written
├── StoreError           a store that cannot be opened, read or written
│   ├── StoreInUseError  … because somebody else has it open
│   └── NoRoomError      … because the disk is full
├── NotFoundError        a named thing that is not in the graph
└── UsageError           a question that cannot be asked so
```
"""

from typing import Self

from graph.messages.message import Message, MessageValue, said
from graph.messages.sentences import worded


class PlangraphError(Exception):
    """Base of all errors that plangraph raises on purpose: `key` names a sentence of `graph.messages`, `values` fill
    it. A value may be a message or an error itself (the reason of another); `str(error)` is the English sentence.
    """

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values: dict[str, MessageValue] = {name: _said(value) for name, value in values.items()}

    @property
    def message(self) -> Message:
        """What the error tells."""
        return Message(self.key, self.values)

    def __str__(self) -> str:
        """The sentence in English."""
        return worded("en", self.message)


class FileRefusedError(PlangraphError):
    """A file that cannot be read or written: missing, empty, binary, undecodable, or above a stated size."""

    @classmethod
    def at(cls, path: object, reason: Message) -> Self:
        """The error of the file at `path`, which is refused for this reason."""
        return cls("file.named", path=path, reason=reason)

    @property
    def reason(self) -> Message:
        """Why the file is refused, without the path that `at` names before it."""
        why = self.values.get("reason") if self.key == "file.named" else None
        return why if isinstance(why, Message) else self.message


class StoreError(PlangraphError):
    """A store that cannot be opened, read or written: no store, in use, refused, of another version."""


class StoreInUseError(StoreError):
    """A store that somebody else has open: it may be had later."""


class NoRoomError(StoreError):
    """Something that cannot be written because the disk is full, or a limit on files is reached."""


class NotFoundError(PlangraphError):
    """A named thing that is not in the graph (an unknown leader, plan, place …)."""


class UsageError(PlangraphError):
    """A question that cannot be asked so: a bad date, an unknown parameter, a query that would write."""


def reason_of(error: OSError | UnicodeDecodeError) -> Message:
    """Why the system could not do something with a file; in the words of the system where we have none for it."""
    if isinstance(error, UnicodeDecodeError):
        return Message("system.no_utf8", {})
    if isinstance(error, FileNotFoundError):
        return Message("system.missing", {})
    if isinstance(error, PermissionError):
        return Message("system.denied", {})
    return Message("system.other", {"reason": error.strerror or type(error).__name__})


def _said(value: object) -> MessageValue:
    return value.message if isinstance(value, PlangraphError) else said(value)
