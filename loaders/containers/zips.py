"""The files in a zip archive, with their names as they were given: UTF-8 where the archive says so or where they are
that, else GB18030, as Windows in Chinese writes them.
"""

import zipfile
from collections.abc import Iterator
from functools import partial

from loaders.containers.member import ContainedFile
from loaders.files.archives import ZipParts

_IN_UTF8 = 0x800
_OF_SYSTEMS = ("__MACOSX/",)
"""Folders that a system writes beside the files."""


def members_of_zip(data: bytes) -> Iterator[ContainedFile]:
    """The files in an archive. Raises FileRefusedError for one that is damaged, encrypted or beyond the limits."""
    archive = ZipParts.of(data)
    for entry in archive.entries.values():
        name = _name(entry)
        if not entry.is_dir() and not name.startswith(_OF_SYSTEMS):
            yield ContainedFile(name, entry.file_size, partial(archive.read, entry.filename))


def _name(entry: zipfile.ZipInfo) -> str:
    if entry.flag_bits & _IN_UTF8:
        return entry.filename
    written = entry.filename.encode("cp437", errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return written.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename
