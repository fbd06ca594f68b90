"""What a container holds: its files by name, those of containers within it too (材料.zip!附件.zip!清单.xlsx)."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath

from graph.errors import FileRefusedError
from loaders.containers.mails import members_of_mail
from loaders.containers.member import ContainedFile, plain_name
from loaders.containers.zips import members_of_zip
from loaders.files.archives import MOST_OF_ALL
from loaders.files.kinds import EML, kind_of
from loaders.limits import MIB

INSIDE = "!"
"""Parts the name of a container from that of a file in it."""
CONTAINER_ENDINGS = (".zip", ".eml")
_OPENERS: dict[str, Callable[[bytes], Iterator[ContainedFile]]] = {"zip": members_of_zip, EML: members_of_mail}
CONTAINER_KINDS = tuple(_OPENERS)


def is_container(data: bytes) -> bool:
    """Whether bytes are those of a container."""
    return kind_of(data) in _OPENERS


def open_container(data: bytes) -> dict[str, ContainedFile]:
    """The files in a container, and in containers within it, by their names; the second of a name is numbered. A file
    that is damaged, or a container within, is refused where it is read. Raises FileRefusedError for a container that is
    damaged, encrypted or beyond the limits.
    """
    found: dict[str, ContainedFile] = {}
    left = MOST_OF_ALL
    inner = _InnerContainers()
    numbers: Counter[str] = Counter()
    for member in (
        one
        for outer in _files(data)
        for one in (inner.files_of(outer) if outer.name.lower().endswith(CONTAINER_ENDINGS) else [outer])
    ):
        left -= member.length
        if left < 0:
            raise FileRefusedError("file.unpacks_too_large", limit=MOST_OF_ALL // MIB)
        name = member.name
        while name in found:
            numbers[member.name] += 1
            name = _numbered(member.name, numbers[member.name] + 1)
        found[name] = member
    return found


@dataclass(slots=True)
class _InnerContainers:
    """Containers within one: the `last` that was opened alone is held; others are opened again where they are asked."""

    last: tuple[ContainedFile, list[ContainedFile]] | None = None

    def files_of(self, member: ContainedFile) -> list[ContainedFile]:
        """The files in a member; itself where it is none that opens: it is refused then when it is read."""
        try:
            files = self._open(member)
        except FileRefusedError as error:
            return [replace(member, read=partial(_refuse, error))]
        return [
            ContainedFile(f"{member.name}{INSIDE}{one.name}", one.length, partial(self._read, member, at))
            for at, one in enumerate(files)
        ]

    def _open(self, member: ContainedFile) -> list[ContainedFile]:
        self.last = None
        files = _files(member.read())
        self.last = (member, files)
        return files

    def _read(self, member: ContainedFile, at: int) -> bytes:
        last = self.last
        files = last[1] if last is not None and last[0] is member else self._open(member)
        return files[at].read()


def _refuse(error: FileRefusedError) -> bytes:
    raise error


def _files(data: bytes) -> list[ContainedFile]:
    """The files in a container under plain names, those aside that systems write. Raises FileRefusedError for bytes
    that are none.
    """
    if not is_container(data):
        raise FileRefusedError("file.damaged")
    named = [replace(one, name=plain_name(one.name)) for one in _OPENERS[kind_of(data)](data)]
    return [one for one in named if one.name and not one.name.rpartition("/")[2].startswith((".", "~$"))]


def _numbered(name: str, number: int) -> str:
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
