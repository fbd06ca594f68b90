"""What was committed to an embedded store: noted beside it, in `.commits`, before anybody is told that it was.

The engine drops the end of a damaged log without a word, and reads a damaged file as if it were whole. So with each
commit the number of the store's state is noted, which files, decisions and reports the store holds, and a checksum of
its file, which changes only when the log is folded into it. At the next opening what is there is compared with that.
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
from graph.facts import Facts, Node, Value
from graph.stores.ladybug.endings import COMMITS
from graph.stores.loss import NO_LOSS, Copy, Loss
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
    and its decisions and reports (the properties of each by its id).
    """

    files: Mapping[str, tuple[str, ...]]
    decisions: Mapping[str, Mapping[str, Value]]
    reports: Mapping[str, Mapping[str, Value]]

    @classmethod
    def of(cls, nodes: Iterable[Node]) -> Self:
        """What these nodes hold."""
        return cls({}, {}, {}).after(Facts(), Facts(nodes=tuple(nodes)))

    def __bool__(self) -> bool:
        """Whether anything is held."""
        return bool(self.files or self.decisions or self.reports)

    @property
    def copies(self) -> frozenset[Copy]:
        """The hash of each file with each of its names."""
        return frozenset((sha256, name) for sha256, names in self.files.items() for name in names)

    def still_lost(self, loss: Loss) -> Loss:
        """What of a loss is not held again."""
        return loss.still(self.copies, self.decisions, self.reports)

    def after(self, gone: Facts, facts: Facts) -> Self:
        """What is held when `facts` have taken the place of `gone`."""
        files, decisions, reports = dict(self.files), dict(self.decisions), dict(self.reports)
        for node in gone.nodes:
            if node.label == "File":
                files.pop(node.id, None)
            elif node.label == "Decision":
                decisions.pop(node.id, None)
            elif node.label == "Report":
                reports.pop(node.id, None)
        for node in facts.nodes:
            if node.label == "File":
                paths = node.properties["paths"]
                files[node.id] = paths if isinstance(paths, tuple) else ()
            elif node.label == "Decision":
                decisions[node.id] = node.properties
            elif node.label == "Report":
                reports[node.id] = node.properties
        return type(self)(files, decisions, reports)


@dataclass(frozen=True, slots=True)
class Commits:
    """The last commit: the store's token and number after it, what the store holds, checksums of its file (two while it
    is exchanged for another), and what had been committed before and is missing.
    """

    token: str
    number: int
    held: Holdings
    file: tuple[Checksum, ...]
    loss: Loss = NO_LOSS

    def after(self, number: int, gone: Facts, facts: Facts) -> Self:
        """The same after a further commit."""
        held = self.held.after(gone, facts)
        return replace(self, number=number, held=held, loss=held.still_lost(self.loss))

    def at_opening(self, state: State, held: Holdings) -> Self:
        """The same when a store is opened that has this state and holds this: what is missing of it is lost. Then the
        next number is one that no state of the store had before.
        """
        if not self.lacks(state, held):
            return replace(self, number=state.number, held=held, loss=held.still_lost(self.loss))
        loss = Loss(
            missing=self.held.copies - held.copies,
            back=held.copies - self.held.copies,
            decisions=_missing(self.held.decisions, held.decisions),
            undone=tuple(sorted(held.decisions.keys() - self.held.decisions.keys())),
            reports=_missing(self.held.reports, held.reports),
        )
        loss = held.still_lost(self.loss.and_(loss))
        return replace(self, number=self.number + 1, held=held, loss=loss)

    def all_lost(self, state: State, file: Checksum) -> Self:
        """What is committed to a store that was made again, with nothing in it, in the place of a damaged one."""
        held = self.held
        loss = Loss(
            missing=held.copies, decisions=tuple(held.decisions.values()), reports=tuple(held.reports.values())
        ).and_(self.loss)
        none = Holdings({}, {}, {})
        return replace(self, token=state.token, number=state.number, held=none, file=(file,), loss=loss)

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
            "decisions": [dict(one) for _, one in sorted(self.held.decisions.items())],
            "reports": [dict(one) for _, one in sorted(self.held.reports.items())],
            "loss": self.loss.as_rows(),
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
    return Commits(
        token=rows["token"],
        number=rows["number"],
        held=Holdings(
            {sha256: tuple(names) for sha256, names in rows["files"].items()},
            _by_id(rows["decisions"]),
            _by_id(rows.get("reports", ())),  # a note from before there were reports has none
        ),
        file=tuple(Checksum(length, crc) for length, crc in rows["file"]),
        loss=Loss.of_rows(rows["loss"]),
    )


def _by_id(rows: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Value]]:
    return {str(one["id"]): {key: _value(value) for key, value in one.items()} for one in rows}


def _missing(
    noted: Mapping[str, Mapping[str, Value]], there: Mapping[str, Mapping[str, Value]]
) -> tuple[Mapping[str, Value], ...]:
    """What was noted and is not there as it was."""
    return tuple(one for key, one in noted.items() if there.get(key) != one)


def _value(value: Any) -> Value:  # noqa: ANN401 - as JSON gives it
    return tuple(value) if isinstance(value, list) else value
