"""What is said of a kind of file that no reader reads: what it is, or why no reader ever could."""

from graph.errors import FileRefusedError
from graph.messages.message import message

_PICTURES = frozenset({"png", "jpeg", "gif", "tiff", "webp", "heic"})
_ARCHIVES = frozenset({"rar", "seven_zip", "gzip"})


def refusal_of(kind: str) -> FileRefusedError:
    """The error for a file of a kind of `loaders.files.kinds`."""
    if kind == "password":
        return FileRefusedError("file.encrypted")
    if kind in _PICTURES:
        return FileRefusedError("file.only_pictures")
    named = message(f"kind.{kind}")
    return FileRefusedError("file.other_archive" if kind in _ARCHIVES else "file.not_read", kind=named)
