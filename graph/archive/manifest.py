"""What a backup says of itself: its format, who wrote it, of which state of which store, and digests of all in it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

FORMAT = 2
"""The format of backups that this program writes, and the newest that it reads; the first knew decisions alone."""
KIND = "plangraph backup"


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file in a backup: its name there, its length in bytes, and the SHA-256 of these."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class KeptState:
    """What a store said of itself when it was backed up (`graph.stores.state.State`); `name` names that state."""

    name: str
    model: str
    rules: str
    readers: str
    taken_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LostOriginal:
    """A file of which the bytes lay nowhere any more: its name and their hash."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are in a backup of each."""

    files: int
    passages: int
    decisions: int
    originals: int
    corrections: int = 0
    reports: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself; `facts` is the digest of all facts of the store (`graph.archive.lines`)."""

    plangraph: str
    engine: str
    state: KeptState
    members: tuple[PackedFile, ...]
    counts: Counts
    lost: tuple[LostOriginal, ...]
    facts: str
    format: int = FORMAT

    def to_json(self) -> bytes:
        """The text of the manifest."""
        return (
            json.dumps({"kind": KIND, **asdict(self)}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        ).encode()


def format_of(told: Mapping[str, Any]) -> int:
    """The format that a manifest tells. Raises ValueError where it is none of ours."""
    if told.get("kind") != KIND or not isinstance(told.get("format"), int):
        raise ValueError(KIND)
    return int(told["format"])


def manifest_of(told: Mapping[str, Any]) -> Manifest:
    """The manifest that JSON tells. Raises KeyError, TypeError or ValueError where something in it is missing."""
    state = told["state"]
    return Manifest(
        plangraph=str(told["plangraph"]),
        engine=str(told["engine"]),
        state=KeptState(**{**state, "taken_in": tuple(map(str, state["taken_in"]))}),
        members=tuple(PackedFile(str(one["name"]), int(one["size"]), str(one["sha256"])) for one in told["members"]),
        counts=Counts(**{name: int(number) for name, number in told["counts"].items()}),
        lost=tuple(LostOriginal(str(one["name"]), str(one["sha256"])) for one in told["lost"]),
        facts=str(told["facts"]),
        format=format_of(told),
    )
