"""Where the loaded files of a store lay, as a backup keeps it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, order=True)
class RegisterRow:
    """A loaded file: its absolute path on the machine of the backup, the name under which it is kept, the hash of its
    bytes, and whether it was `uploaded`, and so lay beside the store.
    """

    path: str
    name: str
    sha256: str
    uploaded: bool


def rows_to_json(rows: Iterable[RegisterRow]) -> bytes:
    """The text of rows, sorted."""
    return (json.dumps([asdict(one) for one in sorted(rows)], ensure_ascii=False, indent=1) + "\n").encode()


def rows_of_json(content: bytes) -> tuple[RegisterRow, ...]:
    """The rows of a text. Raises KeyError, TypeError or ValueError for another."""
    return tuple(
        RegisterRow(str(one["path"]), str(one["name"]), str(one["sha256"]), bool(one["uploaded"]))
        for one in json.loads(content)
    )
