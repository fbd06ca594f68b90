"""Reading a backup: nothing in it is believed before its digest agrees, no name in it becomes a path, and what would
take far more room than the backup does is not unpacked.
"""

import hashlib
import json
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from graph.archive.lines import facts_of_lines
from graph.archive.manifest import FORMAT, Manifest, format_of, manifest_of
from graph.archive.register_rows import RegisterRow, rows_of_json
from graph.archive.writing import (
    CORRECTIONS,
    DECISIONS,
    HISTORY,
    MANIFEST,
    ORIGINALS,
    READ,
    REGISTER,
    REPORTS,
    TIGHTEST,
)
from graph.corrections.corrections import Corrections
from graph.corrections.nodes import corrections_in
from graph.decisions.decisions import Decisions
from graph.decisions.nodes import decisions_in
from graph.derive.build import build
from graph.errors import FileRefusedError, PlangraphError, reason_of
from graph.facts import Facts
from graph.history.entries import HistoryEntry, entries_in
from graph.messages.message import message
from graph.refresh.refresh import documents_in
from graph.reports.nodes import report_of
from graph.reports.reports import Report

_NAME = re.compile(
    rf"{MANIFEST}|{READ}|{DECISIONS}|{CORRECTIONS}|{REPORTS}|{HISTORY}|{REGISTER}|{ORIGINALS}[0-9a-f]{{64}}"
)
_CHUNK = 1024 * 1024
_ROOM = 16 * 1024 * 1024
"""Bytes that even the shortest backup may become."""
_BROKEN = (
    BadZipFile,
    EOFError,
    KeyError,
    TypeError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
    RecursionError,
    struct.error,
    zlib.error,
    AttributeError,
)
"""What is raised for a zip file, for JSON, or for rows in it, that are damaged; only what unpacks these is asked so,
since by a fault of the program the same may be raised elsewhere.
"""


class Archive:
    """A backup that was opened and found whole. Made by `opened`."""

    def __init__(self, path: Path, packed: ZipFile, manifest: Manifest) -> None:
        """A backup at a path with its manifest."""
        self.path = path
        self.manifest = manifest
        self._packed = packed

    def read(self) -> Facts:
        """Files and passages, and which holds which."""
        with _translated(self.path):
            return facts_of_lines(self._content(READ).decode().split("\n"))

    def decisions(self) -> Decisions:
        """The decisions."""
        with _translated(self.path):
            nodes = facts_of_lines(self._content(DECISIONS).decode().split("\n")).nodes
            return decisions_in(node.properties for node in nodes)

    def corrections(self) -> Corrections:
        """The corrections; none in a backup of an older format."""
        if all(one.name != CORRECTIONS for one in self.manifest.members):
            return Corrections()
        with _translated(self.path):
            nodes = facts_of_lines(self._content(CORRECTIONS).decode().split("\n")).nodes
            return corrections_in(node.properties for node in nodes)

    def history(self) -> tuple[HistoryEntry, ...]:
        """The entries of the history, the oldest first; none in a backup from before there was one."""
        if all(one.name != HISTORY for one in self.manifest.members):
            return ()
        with _translated(self.path):
            nodes = facts_of_lines(self._content(HISTORY).decode().split("\n")).nodes
            return entries_in(node.properties for node in nodes)

    def reports(self) -> tuple[Report, ...]:
        """What people reported of tasks; none in a backup from before there were reports."""
        if REPORTS not in {one.name for one in self.manifest.members}:
            return ()
        with _translated(self.path):
            nodes = facts_of_lines(self._content(REPORTS).decode().split("\n")).nodes
            return tuple(report_of(node.properties) for node in nodes)

    def facts(self) -> Facts:
        """All facts that follow, by the rules of this program, from what is in the backup. Raises FileRefusedError
        where it was tampered with, StoreError where this program cannot understand what another version read.
        """
        with _translated(self.path):
            documents = documents_in(self.read())
        return build(documents, self.decisions(), self.corrections())

    def register(self) -> tuple[RegisterRow, ...]:
        """Where the files lay."""
        with _translated(self.path):
            return rows_of_json(self._content(REGISTER))

    def originals(self) -> frozenset[str]:
        """The hashes of the originals that are in the backup."""
        names = (one.name for one in self.manifest.members)
        return frozenset(name.removeprefix(ORIGINALS) for name in names if name.startswith(ORIGINALS))

    def original(self, sha256: str) -> bytes:
        """The bytes of an original."""
        return self._content(ORIGINALS + sha256)

    def check(self) -> Self:
        """Compare all that is in the backup with its digests. Raises FileRefusedError where something differs."""
        with _translated(self.path):
            for one in self.manifest.members:
                found = hashlib.sha256()
                with self._packed.open(one.name) as member:
                    while chunk := member.read(_CHUNK):
                        found.update(chunk)
                if found.hexdigest() != one.sha256:
                    raise ValueError(one.name)
        return self

    def _content(self, name: str) -> bytes:
        with _translated(self.path):
            return self._packed.read(name)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """The backup at a path, whole, until the end of the block. Raises FileRefusedError, in one sentence, for a file
    that is none, is damaged or was written by a newer version.
    """
    if not path.exists():
        raise FileRefusedError.at(path, message("file.missing"))
    with ExitStack() as stack:
        with _translated(path):
            packed = stack.enter_context(ZipFile(path))
            archive = Archive(path, packed, _manifest(path, packed)).check()
        yield archive


def is_backup(path: Path) -> bool:
    """Whether a file bears the manifest of a backup, whole or not. Raises OSError where it cannot be read."""
    try:
        with ZipFile(path) as packed:
            told = packed.getinfo(MANIFEST)
            known = told.compress_type in (ZIP_STORED, ZIP_DEFLATED)
            return known and format_of(json.loads(packed.read(told))) > 0
    except _BROKEN:
        return False


def _manifest(path: Path, packed: ZipFile) -> Manifest:
    """The manifest, with which what lies in the file agrees by name and length."""
    infos: list[ZipInfo] = packed.infolist()
    if any(one.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for one in infos):
        raise ValueError(path)
    room = TIGHTEST * path.stat().st_size + _ROOM
    if MANIFEST not in packed.namelist():
        raise FileRefusedError("backup.none", path=path)
    if sum(one.file_size for one in infos) > room or any(not _NAME.fullmatch(one.filename) for one in infos):
        raise ValueError(path)
    told = json.loads(packed.read(MANIFEST))
    if format_of(told) > FORMAT:
        raise FileRefusedError("backup.newer_format", path=path)
    manifest = manifest_of(told)
    lying = Counter((one.filename, one.file_size) for one in infos if one.filename != MANIFEST)
    if lying != Counter((one.name, one.size) for one in manifest.members):
        raise ValueError(path)
    return manifest


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """The boundary at which what is wrong with a backup becomes one sentence."""
    try:
        yield
    except PlangraphError:
        raise
    except OSError as error:
        raise FileRefusedError.at(path, reason_of(error)) from error
    except _BROKEN as error:
        if _looks_packed(path):
            raise FileRefusedError("backup.damaged", path=path) from error
        raise FileRefusedError("backup.none", path=path) from error


def _looks_packed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"PK"
