"""What a container holds: its files by name, those of containers within it too (材料.zip!附件.zip!清单.xlsx)."""

from collections.abc import Callable, Iterator
from dataclasses import replace

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
_LEVELS = 2
"""Containers within one another that are opened."""


def is_container(data: bytes) -> bool:
    """Whether bytes are those of a container."""
    return kind_of(data) in _OPENERS


def open_container(data: bytes) -> dict[str, ContainedFile]:
    """The files in a container by their names, each name once. Raises FileRefusedError for one that is damaged,
    encrypted or beyond the limits.
    """
    found: dict[str, ContainedFile] = {}
    left = MOST_OF_ALL
    for member in _members(data, _LEVELS):
        left -= member.length
        if left < 0:
            raise FileRefusedError("file.unpacks_too_large", limit=MOST_OF_ALL // MIB)
        found.setdefault(member.name, member)
    return found


def _members(data: bytes, levels: int) -> Iterator[ContainedFile]:
    for member in _OPENERS[kind_of(data)](data):
        name = plain_name(member.name)
        if not name or name.rpartition("/")[2].startswith((".", "~$")):
            continue
        if name.lower().endswith(CONTAINER_ENDINGS) and levels > 1:
            inner = member.read()
            if is_container(inner):
                below = _members(inner, levels - 1)
                yield from (replace(one, name=f"{name}{INSIDE}{one.name}") for one in below)
                continue
        yield replace(member, name=name)
