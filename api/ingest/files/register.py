"""Where the loaded files lie on this machine: a small file beside the store, no part of the graph or of any export.

The graph names files relative to the folder that was loaded. To know a file again when it is loaded a second time, and
to reopen it, one must know its absolute path; that is all that stands here. A lost register costs no facts: a damaged
one is set aside, and the one before is read. A server's store has one in each working folder from which it was loaded:
it knows that folder's loads and nobody else's.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from graph.durable_files import OLD, beside, write_file
from graph.errors import StoreError, reason_of
from graph.stores.kinds import MEMORY, beside_store

ENDING = ".files.json"
DAMAGED = ".damaged"
"""What a register is called that was set aside."""


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A loaded file: the name under which it is kept, and the hash of its bytes at that time."""

    name: str
    sha256: str


class Register:
    """The loaded files by absolute path, kept at `path` (nowhere where that is None)."""

    def __init__(self, path: Path | None, entries: dict[Path, RegisterEntry]) -> None:
        """A register with these entries; see `read_register`."""
        self._path = path
        self.entries = entries

    def lying(self, name: str, sha256: str) -> list[Path]:
        """The absolute paths at which a copy lay when it was loaded, sorted."""
        return sorted(path for path, entry in self.entries.items() if entry == RegisterEntry(name, sha256))

    def write(self) -> None:
        """Keep the entries. Raises StoreError where the file cannot be written."""
        if self._path is None:
            return
        rows = {str(path): [entry.name, entry.sha256] for path, entry in sorted(self.entries.items())}
        try:
            write_file(self._path, (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode(), keep_old=True)
        except OSError as error:
            raise StoreError("file.not_written", path=self._path, reason=reason_of(error)) from error


def register_path(where: str) -> Path | None:
    """Where the register of a store stands: beside it; for one on a server in the working folder, named by the server,
    as there may be several; a store in memory has none. Raises UsageError for an address that is none.
    """
    return None if where == MEMORY else beside_store(where, ENDING)


def read_register(where: str) -> Register:
    """The register of the store `where`; an empty one if there is none. In the place of one that is damaged
    (`set_aside`) or gone the one before. Raises StoreError where the system does not let it be read.
    """
    path = register_path(where)
    if path is None:
        return Register(path, {})
    for one in (path, beside(path, OLD)):
        entries = _entries(one)
        if entries is not None:
            return Register(path, entries)
    return Register(path, {})


def set_aside(where: str) -> Path | None:
    """Set a damaged register of the store `where` aside, and put the one before in its place; where the damaged one
    lies now, None where none is. Raises StoreError where that cannot be done.
    """
    path = register_path(where)
    if path is None or not path.exists() or _entries(path) is not None:
        return None
    register, damaged = read_register(where), beside(path, DAMAGED)
    try:
        write_file(damaged, path.read_bytes())
    except OSError as error:
        raise StoreError("file.not_written", path=damaged, reason=reason_of(error)) from error
    register.write()
    return damaged


def _entries(path: Path) -> dict[Path, RegisterEntry] | None:
    """What a register says, None where it is damaged or not there. Raises StoreError where it cannot be read."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return {_absolute(at): RegisterEntry(_text(name), _text(sha256)) for at, (name, sha256) in rows.items()}
    except (FileNotFoundError, ValueError, AttributeError, TypeError):
        return None
    except OSError as error:
        raise StoreError("file.register_unread", path=path, reason=reason_of(error)) from error


def _absolute(path: str) -> Path:
    if not Path(path).is_absolute():
        raise ValueError(path)
    return Path(path)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
