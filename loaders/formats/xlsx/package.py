"""The package of a workbook: the parts of its archive, read one by one within limits, never written anywhere."""

import codecs
from collections.abc import Iterator

from graph.errors import FileRefusedError
from loaders.files.archives import MOST_OF_A_PART, MOST_OF_ALL, ZipParts

_DOCTYPE = b"<!DOCTYPE"


class Package:
    """The parts of a workbook by their names. Raises FileRefusedError for an archive beyond the limits or damaged.

    What is unpacked is counted over all parts, those passed through and those read again as well.
    """

    def __init__(self, data: bytes) -> None:
        self._unpacked = 0
        try:
            self._parts = ZipParts.of(data)
        except FileRefusedError as error:
            raise _of_workbooks(error) from error

    def __contains__(self, name: str) -> bool:
        return self._parts.has(name)

    def read(self, name: str, most: int = MOST_OF_A_PART) -> bytes:
        """The bytes of a part, b"" where there is none. Raises FileRefusedError for one too long or damaged."""
        return b"".join(self._pieces(name, most))

    def stream(self, name: str) -> Iterator[bytes]:
        """The bytes of a part piece by piece, as many as all parts may have: millions of empty cells are passed."""
        return self._pieces(name, MOST_OF_ALL)

    def _pieces(self, name: str, most: int) -> Iterator[bytes]:
        if name not in self:
            return
        try:
            yield from _of_utf_8(self._counted(self._parts.pieces(name, most)))
        except FileRefusedError as error:
            raise _of_workbooks(error) from error

    def _counted(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self._unpacked += len(piece)
            if self._unpacked > MOST_OF_ALL:
                raise FileRefusedError("file.workbook_large")
            yield piece


def _of_utf_8(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces of a part in UTF-8, as every program writes it; in UTF-16 no document type could be looked for."""
    seam, decoder = b"", codecs.getincrementaldecoder("utf-8")()
    for piece in pieces:
        try:
            decoder.decode(piece)
        except UnicodeDecodeError as error:
            raise FileRefusedError("file.workbook_damaged") from error
        if b"\0" in piece or _DOCTYPE in seam + piece:
            raise FileRefusedError("file.workbook_damaged")
        seam = (seam + piece)[-len(_DOCTYPE) :]
        yield piece


def _of_workbooks(error: FileRefusedError) -> FileRefusedError:
    """The refusal of an archive in the words for workbooks, which name Excel where others name Word."""
    keys = {"file.damaged": "file.workbook_damaged", "file.unpacks_too_large": "file.workbook_large"}
    return FileRefusedError(keys[error.key], **error.values) if error.key in keys else error
