"""Uploaded containers: the files in them come in their place, each under its own name, and are kept as such."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from api.ingest.files.find import Refused, is_paper
from api.uploads.names import candidates
from graph.errors import FileRefusedError
from loaders.containers.member import ContainedFile
from loaders.containers.opening import CONTAINER_ENDINGS, INSIDE, is_container, open_container
from loaders.formats.readers import ENDINGS

_MOST_BYTES = 256 * 1024 * 1024
"""Bytes of the files in a container that are taken in at once."""
_MIB = 1024 * 1024


def unpack(files: Mapping[str, BinaryIO]) -> tuple[dict[str, BinaryIO], tuple[Refused, ...]]:
    """The files by name, those of containers in their place, and the containers that are refused."""
    found = {name: content for name, content in files.items() if not name.lower().endswith(CONTAINER_ENDINGS)}
    refused = []
    for name, content in files.items():
        if name in found:
            continue
        data = content.read()
        content.seek(0)
        if not is_container(data):
            found[name] = content
            continue
        try:
            members = _papers(data)
        except FileRefusedError as error:
            refused.append(Refused(name, error.reason))
            continue
        for inside, member in members:
            try:
                read = member.read()
            except FileRefusedError as error:
                refused.append(Refused(f"{name}{INSIDE}{inside}", error.reason))
                continue
            last = inside.replace(INSIDE, "/").rpartition("/")[2]
            found[next(one for one in candidates(last) if one not in found)] = BytesIO(read)
    return found, tuple(refused)


def _papers(data: bytes) -> list[tuple[str, ContainedFile]]:
    """The files in a container that are read, by their names in it."""
    members = open_container(data)
    papers = {name: one for name, one in members.items() if is_paper(Path(name))}
    if not papers:
        raise FileRefusedError("file.empty_container", endings=ENDINGS)
    if sum(one.length for one in papers.values()) > _MOST_BYTES:
        raise FileRefusedError("file.unpacks_too_large", limit=_MOST_BYTES // _MIB)
    return sorted(papers.items(), key=lambda paper: paper[0])
