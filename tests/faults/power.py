"""What a loss of power leaves of a folder: built from the log of all changes, without what was not synced.

A write, or a change of a file's length, is on the disk for certain when the file was synced after it; a name (made,
renamed, removed) when its folder was. What else of it was kept nobody knows: the system writes when it likes, and in
any order. So bytes not synced are kept in a given share, page by page, chosen by a seed, and names all or none.
"""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

PAGE = 4096
"""Bytes that a disk writes as one."""
_HEAD = struct.Struct("=6Q")
FOLDER = -1
"""Stands for the number of a file where a name is a folder's."""


@dataclass(frozen=True, slots=True)
class Change:
    """One call: a letter for its kind as in `shim.c`, the number of the file, where, how long, the path or the two
    paths, and the bytes written.
    """

    kind: str
    inode: int
    offset: int
    length: int
    path: str
    other: str
    bytes: bytes


def read_log(log: Path) -> Iterator[Change]:
    """The changes of a log, in their order."""
    held = log.read_bytes()
    at = 0
    while at < len(held):
        kind, inode, offset, length, path, other = _HEAD.unpack_from(held, at)
        at += _HEAD.size
        names = held[at : at + path].decode(), held[at + path : at + path + other].decode()
        at += path + other
        size = length if chr(kind) == "w" else 0
        yield Change(chr(kind), inode, offset, length, *names, held[at : at + size])
        at += size


@dataclass(slots=True)
class _Content:
    """The bytes of a file that are on the disk, and the changes since: (offset, bytes), or a new length and None."""

    synced: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        for change in self.since:
            _apply(self.synced, change)
        self.since.clear()

    def left(self, kept: float, rng: Random) -> bytes:
        left = bytearray(self.synced)
        for change in self.since:
            if kept >= 1 or rng.random() < kept:
                _apply(left, change)
        return bytes(left)


@dataclass(slots=True)
class Disk:
    """A folder with what is known to be on the disk, and what was changed since."""

    _files: dict[int, _Content] = field(default_factory=dict)
    _names: dict[str, int] = field(default_factory=dict)
    _since: list[Change] = field(default_factory=list)

    @classmethod
    def of(cls, folder: Path) -> "Disk":
        """The disk that holds a folder as it is now, all of it synced."""
        disk = cls()
        for path in sorted(folder.rglob("*")):
            if path.is_dir():
                disk._names[str(path)] = FOLDER
            else:
                disk._names[str(path)] = path.stat().st_ino
                disk._files[path.stat().st_ino] = _Content(bytearray(path.read_bytes()))
        return disk

    def change(self, one: Change) -> None:
        """Take in the next change."""
        match one.kind:
            case "w":
                content = self._files[one.inode]
                start = one.offset
                while start < one.offset + one.length:
                    end = min((start // PAGE + 1) * PAGE, one.offset + one.length)
                    content.since.append((start, one.bytes[start - one.offset : end - one.offset]))
                    start = end
            case "t":
                self._files[one.inode].since.append((one.length, None))
            case "s":
                self._files[one.inode].sync()
            case "f":
                for waiting in [other for other in self._since if one.path in _folders(other)]:
                    self._since.remove(waiting)
                    _rename(self._names, waiting)
            case _:
                if one.kind == "c":
                    self._files[one.inode] = _Content()
                self._since.append(one)

    def left(self, *, kept: float, names: bool, seed: int) -> dict[str, bytes | None]:
        """What is there after a loss of power, by path; None is a folder. Of the bytes not synced the share `kept` was
        written all the same, of names not synced all or none.
        """
        rng = Random(seed)  # noqa: S311 - which pages were kept is a matter of chance, and of the seed
        now = dict(self._names)
        for change in self._since if names else ():
            _rename(now, change)
        return {path: None if one == FOLDER else self._files[one].left(kept, rng) for path, one in sorted(now.items())}


def put_back(left: dict[str, bytes | None]) -> None:
    """Write what was left."""
    for path, content in left.items():
        if content is None:
            Path(path).mkdir(parents=True, exist_ok=True)
        elif Path(path).parent.is_dir():  # where the folder's name is lost, what was in it is
            Path(path).write_bytes(content)


def replayed(folder: Path, changes: Iterable[Change]) -> dict[str, bytes | None]:
    """What a folder holds after these changes, nothing of them lost."""
    disk = Disk.of(folder)
    for change in changes:
        disk.change(change)
    return disk.left(kept=1, names=True, seed=0)


def _apply(content: bytearray, change: tuple[int, bytes | None]) -> None:
    offset, written = change
    if written is None:
        del content[offset:]
        content.extend(bytes(offset - len(content)))
        return
    content.extend(bytes(max(0, offset - len(content))))
    content[offset : offset + len(written)] = written


def _folders(change: Change) -> set[str]:
    return {path.rpartition("/")[0] for path in (change.path, change.other) if path}


def _rename(names: dict[str, int], change: Change) -> None:
    """Apply a change of names. What is renamed is known by its number, whatever name of it was lost."""
    match change.kind:
        case "c":
            names[change.path] = change.inode
        case "l":
            names[change.other] = change.inode
        case "m":
            names[change.path] = FOLDER
        case "u" | "d":
            names.pop(change.path, None)
        case "r":
            if names.get(change.path) == FOLDER:
                raise NotImplementedError("a folder was renamed")
            names.pop(change.path, None)
            names[change.other] = change.inode
        case _:
            raise ValueError(f"no change of names: {change.kind}")
