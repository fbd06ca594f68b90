"""Writing a backup: a zip file that is the same, byte for byte, for the same state and originals.

It is written beside its place, synced, read again by who calls, and only then put there.
"""

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from graph.archive.contents import StoreContents
from graph.archive.lines import facts_to_lines
from graph.archive.manifest import Counts, KeptState, LostOriginal, Manifest, PackedFile
from graph.archive.register_rows import RegisterRow, rows_to_json
from graph.corrections.nodes import LABEL as CORRECTION
from graph.decisions.nodes import LABEL as DECISION
from graph.durable_files import file_of_others
from graph.errors import FileRefusedError, reason_of
from graph.facts import Facts
from graph.history.entries import LABEL as HISTORY_ENTRY
from graph.refresh.refresh import paths_of
from graph.reports.nodes import LABEL as REPORT

MANIFEST, READ, DECISIONS, CORRECTIONS, REPORTS, HISTORY, REGISTER, ORIGINALS = (
    "manifest.json",
    "passages.jsonl",
    "decisions-on-names.jsonl",
    "corrections.jsonl",
    "reports.jsonl",
    "history-of-changes.jsonl",
    "register.json",
    "originals/",
)
"""Names of what is in a backup; an original is named by its hash behind the last of them."""
RECORDS = {DECISIONS: DECISION, CORRECTIONS: CORRECTION, REPORTS: REPORT, HISTORY: HISTORY_ENTRY}
"""The members that hold what people said, each with the label of its records."""
TIGHTEST = 200
"""How many times shorter a member may become; what would become shorter still is kept as it is, so that who reads a
backup can tell it from a bomb.
"""
_LEVEL = 6
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip file knows: a backup tells no times."""
_MODE = 0o600 << 16


@contextmanager
def put_at(path: Path) -> Iterator[Path]:
    """A path to write a backup to, which takes its place at `path` at the end of the block
    (`graph.durable_files.file_of_others`). Raises FileRefusedError where the system cannot.
    """
    try:
        with file_of_others(path) as aside:
            yield aside
    except OSError as error:
        raise FileRefusedError("file.not_written", path=path, reason=reason_of(error)) from error


def write_archive(
    path: Path, taken: StoreContents, register: Iterable[RegisterRow], originals: Mapping[str, Path] | None
) -> Manifest:
    """Write a backup and tell what is in it. `originals` leads from hashes to where the bytes lie; those that do not
    lie there any more are told as lost. None of them are kept, and none are lost, where it is None.

    Raises OSError where it cannot be written.
    """
    files = {node.id: paths_of(node)[0] for node in taken.facts.nodes if node.label == "File"}
    members: list[PackedFile] = []
    lost: list[LostOriginal] = []
    with ZipFile(path, "w") as archive:
        for name, label in RECORDS.items():
            _add(archive, members, name, _lines(Facts(nodes=taken.records[label])))
        if originals is not None:
            for sha256, name in sorted(files.items()):
                content = _bytes_of(originals.get(sha256), sha256)
                if content is None:
                    lost.append(LostOriginal(name, sha256))
                else:
                    _add(archive, members, ORIGINALS + sha256, content)
        _add(archive, members, READ, _lines(taken.read))
        _add(archive, members, REGISTER, rows_to_json(register))
        manifest = Manifest(
            plangraph=version("plangraph"),
            engine=taken.engine,
            state=_kept(taken),
            members=tuple(members),
            counts=Counts(
                files=len(files),
                passages=len(taken.read.nodes) - len(files),
                decisions=len(taken.records[DECISION]),
                originals=sum(one.name.startswith(ORIGINALS) for one in members),
                corrections=len(taken.records[CORRECTION]),
                reports=len(taken.records[REPORT]),
            ),
            lost=tuple(lost),
            facts=taken.digest,
        )
        _add(archive, [], MANIFEST, manifest.to_json())
    return manifest


def _kept(taken: StoreContents) -> KeptState:
    state = taken.state
    return KeptState(state.name, state.model, state.rules, state.readers, state.taken_in)


def _lines(facts: Facts) -> bytes:
    return "".join(facts_to_lines(facts)).encode()


def _add(archive: ZipFile, members: list[PackedFile], name: str, content: bytes) -> None:
    told = ZipInfo(name, _EPOCH)
    told.create_system, told.external_attr = 3, _MODE
    tight = len(zlib.compress(content, _LEVEL)) * TIGHTEST < len(content)
    archive.writestr(told, content, ZIP_STORED if tight else ZIP_DEFLATED, _LEVEL)
    members.append(PackedFile(name, len(content), hashlib.sha256(content).hexdigest()))


def _bytes_of(path: Path | None, sha256: str) -> bytes | None:
    """The bytes at a path, None where those of this hash do not lie there."""
    try:
        content = path.read_bytes() if path else b""
    except OSError:
        return None
    return content if path and hashlib.sha256(content).hexdigest() == sha256 else None
