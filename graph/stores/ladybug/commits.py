"""What was committed to an embedded store: noted beside it (`graph.stores.ladybug.commit_note`), before anybody is told
that it was.

The engine drops the end of a damaged log without a word, and reads a damaged file as if it were whole. So with each
commit the number of the store's state is noted, which files and records of people the store holds, and a
checksum of its file, which changes only when the log is folded into it. At the next opening what is there is compared
with that.
"""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from graph.facts import Facts, Node
from graph.model import APPENDED, BY_PEOPLE
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
class CommitStep:
    """What a commit changes in what a store holds: `files` and `records` as `Holdings` has them, None for what goes."""

    files: Mapping[str, tuple[str, ...] | None]
    records: Mapping[str, Node | None]


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
        none = cls({}, {})
        return none.with_(none.step(Facts(), Facts(nodes=tuple(nodes))))

    def __bool__(self) -> bool:
        """Whether anything is held."""
        return bool(self.files or self.records)

    @property
    def copies(self) -> frozenset[Copy]:
        """The hash of each file with each of its names."""
        return frozenset((sha256, name) for sha256, names in self.files.items() for name in names)

    def still(self, loss: Loss) -> Loss:
        """What of a loss is still lost in a store that holds this."""
        return loss.still(self.copies, self.records) if loss else loss

    def step(self, gone: Facts, facts: Facts) -> CommitStep:
        """What changes of it when `facts` take the place of `gone`."""
        files: dict[str, tuple[str, ...] | None] = {}
        records: dict[str, Node | None] = {}
        for node in gone.nodes:
            if node.label == "File":
                files[node.id] = None
            elif node.label in BY_PEOPLE:
                records[node.id] = None
        for node in facts.nodes:
            if node.label == "File":
                paths = node.properties["paths"]
                files[node.id] = paths if isinstance(paths, tuple) else ()
            elif node.label in BY_PEOPLE:
                records[node.id] = node
        return CommitStep(
            {sha256: names for sha256, names in files.items() if names != self.files.get(sha256)},
            {key: one for key, one in records.items() if one != self.records.get(key)},
        )

    def with_(self, step: CommitStep) -> Self:
        """What is held after a step."""
        files, records = dict(self.files), dict(self.records)
        for sha256, names in step.files.items():
            if names is None:
                files.pop(sha256, None)
            else:
                files[sha256] = names
        for key, one in step.records.items():
            if one is None:
                records.pop(key, None)
            else:
                records[key] = one
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

    def after(self, number: int, step: CommitStep, log: Checksum | None) -> Self:
        """The same after a further commit."""
        held = self.held.with_(step)
        return replace(self, number=number, held=held, loss=held.still(self.loss), log=log)

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

    def as_row(self) -> dict[str, object]:
        """The same as JSON can hold it."""
        return {
            "token": self.token,
            "number": self.number,
            "file": [[one.length, one.crc] for one in self.file],
            "files": {sha256: list(names) for sha256, names in sorted(self.held.files.items())},
            "records": [record_row(one) for _, one in sorted(self.held.records.items())],
            "loss": self.loss.as_rows(),
            "log": [self.log.length, self.log.crc] if self.log else [],
        }

    @classmethod
    def of_row(cls, row: Mapping[str, Any]) -> Self:
        """What `as_row` gave."""
        files = {sha256: tuple(names) for sha256, names in row["files"].items()}
        return cls(
            token=row["token"],
            number=row["number"],
            held=Holdings(files, {one.id: one for one in records_of(row)}),
            file=tuple(Checksum(length, crc) for length, crc in row["file"]),
            loss=Loss.of_rows(row["loss"]),
            log=Checksum(*row["log"]) if row.get("log") else None,
        )

    def step_row(self, step: CommitStep, before: int) -> dict[str, object]:
        """The last step to these commits, which came after the one of a number, as JSON can hold it."""
        return {
            "after": before,
            "number": self.number,
            "files": {sha256: names and list(names) for sha256, names in sorted(step.files.items())},
            "records": [record_row(one) for _, one in sorted(step.records.items()) if one],
            "gone": sorted(key for key, one in step.records.items() if one is None),
            "log": [self.log.length, self.log.crc] if self.log else [],
        }

    def with_step_row(self, row: Mapping[str, Any]) -> Self | None:
        """These commits with a step that `step_row` gave; None where it did not come after these."""
        if row["after"] != self.number:
            return None
        files = {sha256: None if names is None else tuple(names) for sha256, names in row["files"].items()}
        records: dict[str, Node | None] = {one.id: one for one in records_of(row)}
        step = CommitStep(files, records | dict.fromkeys(row["gone"]))
        return self.after(row["number"], step, Checksum(*row["log"]) if row["log"] else None)


def checksum(path: Path) -> Checksum:
    """The checksum of a file. Raises OSError where it cannot be read."""
    length = crc = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            length += len(chunk)
            crc = zlib.crc32(chunk, crc)
    return Checksum(length, crc)
