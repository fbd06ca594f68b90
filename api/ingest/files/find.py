"""The files that a person means by paths, folders and patterns, and the names under which they are kept.

A file is kept under its path relative to the folder that was given, or under its bare name, so that nothing in the
graph hangs on the machine on which it was loaded.
"""

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from api.ingest.files.own_files import OwnFiles
from graph.errors import FileRefusedError, reason_of
from graph.messages.message import Message, message
from loaders.containers.opening import CONTAINER_ENDINGS, INSIDE
from loaders.containers.places import container_at, exists, length_at
from loaders.formats.readers import ENDINGS

_WILD = frozenset("*?[")
READABLE = frozenset(ENDINGS)
"""Endings of the files that are taken from a folder; a file that is named itself may bear any."""
_ABOUT_FOLDERS = frozenset({"readme"})
"""Names, without ending, of files that tell of a folder and are no papers; they are taken where they are named."""


@dataclass(frozen=True, slots=True, order=True)
class FoundFile:
    """A file by its absolute path, and the name under which it is kept."""

    path: Path
    name: str

    @property
    def length(self) -> int:
        """Its bytes as it lies there now; 0 where it cannot be looked at."""
        try:
            return length_at(self.path)
        except (OSError, FileRefusedError):
            return 0


@dataclass(frozen=True, slots=True)
class Refused:
    """A path from which nothing was loaded, and why."""

    path: str
    reason: Message


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """What was found: files to be read, paths that name none, names of files in folders that are no plan files."""

    found: tuple[FoundFile, ...]
    refused: tuple[Refused, ...]
    passed_over: tuple[str, ...]


def find(given: Iterable[str | Path], *, besides: OwnFiles | None = None) -> FoundFiles:
    """The files that `given` names, each once, by path; and what names none.

    A folder gives all files of READABLE endings in it and below, but for hidden ones, for a README and for `besides`,
    the store's own. A file of the store that is named or matches a pattern is passed over; one that was uploaded is
    taken where it is named alone. A file that is given twice keeps the longer name. A container stands for the files
    in it that a folder would give.
    """
    found: dict[Path, FoundFile] = {}
    others: dict[Path, FoundFile] = {}
    refused: list[Refused] = []
    for words in map(str, given):
        try:
            for file in _opened(_files(words, besides, others), others, refused):
                if file.path not in found or len(found[file.path].name) < len(file.name):
                    found[file.path] = file
        except FileRefusedError as error:
            refused.append(Refused(words, error.reason))
    passed_over = tuple(other.name for other in sorted(others.values()) if other.path not in found)
    return FoundFiles(tuple(sorted(found.values())), tuple(refused), passed_over)


def _files(words: str, besides: OwnFiles | None, others: dict[Path, FoundFile]) -> list[FoundFile]:
    """The files that these words name; of a folder the plan files. Its other files, and the store's own that are named
    or match, are added to `others`.
    """
    path = Path(words)
    if path.is_dir():
        if besides and {path.resolve(), *path.resolve().parents} & {besides.uploads, besides.trash}:
            return []
        inside = [found for found in _below(path) if not (besides and besides.holds(found.path))]
        texts = [found for found in inside if is_paper(found.path)]
        others |= {found.path: found for found in inside if found not in texts}
        if not texts:
            raise FileRefusedError.at(words, message("file.empty_folder", endings=ENDINGS))
        return texts
    if exists(path):
        named = _found(path, path.parent)
        own = [named] if besides and besides.never_read(named.path) else []
        others |= {found.path: found for found in own}
        return [] if own else [named]
    if _WILD & set(words):
        matching = _matching(words)
        own = [found for found in matching if besides and besides.holds(found.path)]
        others |= {found.path: found for found in own}
        return [found for found in matching if found not in own]
    raise FileRefusedError.at(words, message("file.missing"))


def _opened(files: Iterable[FoundFile], others: dict[Path, FoundFile], refused: list[Refused]) -> Iterator[FoundFile]:
    """The files, for a container those in it that a folder would give."""
    for file in files:
        try:
            members = container_at(file.path) if file.path.suffix.lower() in CONTAINER_ENDINGS else None
            if members is None:
                yield file
                continue
            inside = [
                FoundFile(Path(f"{file.path}{INSIDE}{name}"), f"{file.name}{INSIDE}{name}") for name in sorted(members)
            ]
            papers = [one for one in inside if is_paper(one.path)]
            others |= {one.path: one for one in inside if one not in papers}
            if not papers:
                refused.append(Refused(str(file.path), message("file.empty_container", endings=ENDINGS)))
            yield from papers
        except (OSError, FileRefusedError) as error:
            reason = error.message if isinstance(error, FileRefusedError) else reason_of(error)
            refused.append(Refused(str(file.path), reason))


def is_paper(path: Path) -> bool:
    """Whether a file of a folder, or of a container, is taken from it."""
    path = Path(path.name.rpartition(INSIDE)[2])
    return path.suffix.lower() in READABLE and path.stem.lower() not in _ABOUT_FOLDERS


def _matching(pattern: str) -> list[FoundFile]:
    """The files that match a pattern, named relative to its part before the first sign of a pattern."""
    fixed = Path(pattern[: min(pattern.find(sign) for sign in _WILD if sign in pattern)] + "x").parent
    matching = [_found(Path(match), fixed) for match in glob.iglob(pattern, recursive=True) if Path(match).is_file()]  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not matching:
        raise FileRefusedError.at(pattern, message("file.no_match"))
    return matching


def _below(folder: Path) -> Iterator[FoundFile]:
    for path in folder.rglob("*"):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield _found(path, folder)


def _found(path: Path, folder: Path) -> FoundFile:
    name = path.relative_to(folder).as_posix()
    return FoundFile(path.parent.resolve() / path.name, os.fsencode(name).decode("utf-8", "replace"))
