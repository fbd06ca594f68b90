"""What was committed to an embedded store: noted beside it, in `.commits`, before anybody is told that it was.

The engine drops the end of a damaged log without a word, and reads a damaged file as if it were whole. So with each
commit the number of the store's state is noted, which files and records of people the store holds, and a
checksum of its file, which changes only when the log is folded into it. At the next opening what is there is compared
with that.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from graph.durable_files import OLD, beside, write_file
from graph.errors import StoreError
from graph.facts import Facts, Node
from graph.model import APPENDED, BY_PEOPLE
from graph.stores.ladybug.endings import COMMITS
from graph.stores.loss import NO_LOSS, Copy, Loss, record_row, records_of
from graph.stores.state import State

_CHUNK = 1024 * 1024
"""Bytes of a file that are read at once."""


@dataclass(frozen=True, slots=True)
class Checksum:
    """The length of a file in bytes, and the CRC-32 of them."""

    length: int
    crc: int


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a store holds that cannot be built again: its files (the hash of each with the names under which it is kept)
    and the `records` that people made (each by its id).
    """

    files: Mapping[str, tuple[str, ...]]
    records: Mapping[str, Node]

    @classmethod
    def of(cls, nodes: Iterable[Node]) -> Self:
        """What these nodes hold."""
        return cls({}, {}).after(Facts(), Facts(nodes=tuple(nodes)))

    def __bool__(self) -> bool:
        """Whether anything is held."""
        return bool(self.files or self.records)

    @property
    def copies(self) -> frozenset[Copy]:
        """The hash of each file with each of its names."""
        return frozenset((sha256, name) for sha256, names in self.files.items() for name in names)

    def still(self, loss: Loss) -> Loss:
        """What of a loss is still lost in a store that holds this."""
        return loss.still(self.copies, self.records)

    def after(self, gone: Facts, facts: Facts) -> Self:
        """What is held when `facts` have taken the place of `gone`."""
        files, records = dict(self.files), dict(self.records)
        for node in gone.nodes:
            if node.label == "File":
                files.pop(node.id, None)
            elif node.label in BY_PEOPLE:
                records.pop(node.id, None)
        for node in facts.nodes:
            if node.label == "File":
                paths = node.properties["paths"]
                files[node.id] = paths if isinstance(paths, tuple) else ()
            elif node.label in BY_PEOPLE:
                records[node.id] = node
        return type(self)(files, records)


@dataclass(frozen=True, slots=True)
class Commits:
    """The last commit: the store's token and number after it, what the store holds, checksums of its file (two while it
    is exchanged for another), what had been committed before and is missing, and the checksum of its log, None where it
    has none or an older version noted it.
    """

    token: str
    number: int
    held: Holdings
    file: tuple[Checksum, ...]
    loss: Loss = NO_LOSS
    log: Checksum | None = None

    def after(self, number: int, gone: Facts, facts: Facts) -> Self:
        """The same after a further commit."""
        held = self.held.after(gone, facts)
        return replace(self, number=number, held=held, loss=held.still(self.loss))

    def at_opening(self, state: State, held: Holdings) -> Self:
        """The same when a store is opened that has this state and holds this: what is missing of it is lost. Then the
        next number is one that no state of the store had before.
        """
        if not self.lacks(state, held):
            return replace(self, number=state.number, held=held, loss=held.still(self.loss))
        again = held.records.keys() - self.held.records.keys()
        loss = Loss(
            missing=self.held.copies - held.copies,
            back=held.copies - self.held.copies,
            records=tuple(one for key, one in self.held.records.items() if held.records.get(key) != one),
            undone=tuple(sorted(key for key in again if held.records[key].label not in APPENDED)),
        )
        loss = held.still(self.loss.and_(loss))
        return replace(self, number=self.number + 1, held=held, loss=loss)

    def all_lost(self, state: State, file: Checksum) -> Self:
        """What is committed to a store that was made again, with nothing in it, in the place of a damaged one."""
        loss = Loss(missing=self.held.copies, records=tuple(self.held.records.values())).and_(self.loss)
        return replace(self, token=state.token, number=state.number, held=Holdings({}, {}), file=(file,), loss=loss)

    def lacks(self, state: State, held: Holdings) -> bool:
        """Whether a store that has this state and holds this lacks anything that was committed."""
        return state.number < self.number or (state.number == self.number and held != self.held)

    def write(self, path: Path) -> None:
        """Note it beside the store at a path. Raises OSError."""
        rows = {
            "token": self.token,
            "number": self.number,
            "file": [[one.length, one.crc] for one in self.file],
            "files": {sha256: list(names) for sha256, names in sorted(self.held.files.items())},
            "records": [record_row(one) for _, one in sorted(self.held.records.items())],
            "loss": self.loss.as_rows(),
            "log": [self.log.length, self.log.crc] if self.log else [],
        }
        body = json.dumps(rows, ensure_ascii=False, indent=1).encode() + b"\n"
        content = hashlib.sha256(body).hexdigest().encode() + b"\n" + body
        write_file(beside(path, COMMITS), content, keep_old=True, like=path)


def read_commits(path: Path) -> Commits | None:
    """What was noted beside the store at a path; the note before where the last one is damaged or gone; None where
    there is none. Raises StoreError where both are damaged, or cannot be read.
    """
    noted = beside(path, COMMITS)
    if not (noted.exists() or beside(noted, OLD).exists()):
        return None
    for one in (noted, beside(noted, OLD)):
        try:
            digest, _, body = one.read_bytes().partition(b"\n")
        except OSError:
            continue
        if hashlib.sha256(body).hexdigest().encode() == digest:
            return _commits(json.loads(body))
    raise StoreError("store.commits_damaged", path=noted)


def checksum(path: Path) -> Checksum:
    """The checksum of a file. Raises OSError where it cannot be read."""
    length = crc = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            length += len(chunk)
            crc = zlib.crc32(chunk, crc)
    return Checksum(length, crc)


def _commits(rows: Mapping[str, Any]) -> Commits:
    records = records_of(rows)
    return Commits(
        token=rows["token"],
        number=rows["number"],
        held=Holdings(
            {sha256: tuple(names) for sha256, names in rows["files"].items()},
            {one.id: one for one in records},
        ),
        file=tuple(Checksum(length, crc) for length, crc in rows["file"]),
        loss=Loss.of_rows(rows["loss"]),
        log=Checksum(*rows["log"]) if rows.get("log") else None,
    )
