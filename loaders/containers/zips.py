"""The files in a zip archive, with their names as they were given: UTF-8 where the archive says so or where they are
that, else GB18030, as Windows in Chinese writes them.
"""

import zipfile
from collections.abc import Iterator
from functools import partial

from graph.errors import FileRefusedError
from loaders.containers.member import ContainedFile
from loaders.files.archives import MOST_OF_A_PART, is_encrypted, open_archive, pieces_of

_IN_UTF8 = 0x800
_OF_SYSTEMS = ("__MACOSX/",)
"""Folders that a system writes beside the files."""


def members_of_zip(data: bytes) -> Iterator[ContainedFile]:
    """The files in an archive; one that has a password or is damaged is refused where it is read. Raises
    FileRefusedError where the archive is damaged or beyond the limits, or all of it has a password.
    """
    archive = open_archive(data)
    entries = [one for one in archive.infolist() if not one.is_dir()]
    if entries and all(map(is_encrypted, entries)):
        raise FileRefusedError("file.encrypted")
    for entry in entries:
        name = _name(entry)
        if not name.startswith(_OF_SYSTEMS):
            yield ContainedFile(name, entry.file_size, partial(_read, archive, entry))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    return b"".join(pieces_of(archive, entry, MOST_OF_A_PART))


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
