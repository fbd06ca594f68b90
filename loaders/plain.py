"""Plain text: bytes → characters → lines.

The encoding rule: a byte order mark decides; else strict UTF-8; else GB18030, which also reads what calls itself GBK or
GB2312. Nothing is replaced or dropped: bytes that no rule decodes are refused.
"""

import codecs
import re
from dataclasses import dataclass

from graph.errors import FileRefusedError
from loaders.markup import has_tags, without_tags
from loaders.text import Words

MAX_BYTES = 8 * 1024 * 1024
"""The limit of a file: thirty times the longest plan seen. Eight MiB of mere tasks take 45 s and 1.4 GB to extract."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SIGNATURES = (
    b"PK\x03\x04",
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a plain text: its words without leading TAB, and whether it opens a table cell.

    `inner` tells that TABs stand between words, so that the line holds several cells.
    """

    words: Words
    cell: bool
    inner: bool = False

    @property
    def blank(self) -> bool:
        """Whether the line holds nothing and opens no cell."""
        return not self.cell and not self.words.text.strip()


def decode(data: bytes) -> str:
    """The characters of a plain text, without byte order mark, newlines as in the file.

    Raises FileRefusedError for an empty file, a binary file and bytes that are no text in any of the encodings.
    """
    if len(data) > MAX_BYTES:
        raise FileRefusedError(f"larger than the limit of {MAX_BYTES // 1024 // 1024} MiB for one text file")
    if not data.strip():
        raise FileRefusedError("the file is empty")
    if data.startswith(_SIGNATURES):
        raise FileRefusedError("not a plain text file (binary content)")
    characters = _decode(data)
    if not characters.strip():
        raise FileRefusedError("the file is empty")
    controls = len(_CONTROLS.findall(characters))
    if "\x00" in characters or controls * 100 > len(characters):
        raise FileRefusedError("not a plain text file (binary content)")
    return characters


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise FileRefusedError(f"undecodable bytes for {encoding} at byte {error.start}") from error
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            last = error
    raise FileRefusedError(f"undecodable bytes: neither UTF-8 nor GB18030 (byte {last.start})") from last


def read_lines(characters: str) -> list[Line]:
    """The lines of a text, which end at a line feed or at a block of HTML and at nothing else, without its tags.

    Blanks at the ends are not part of the words.
    """
    lines: list[Line] = []
    start = 0
    for raw in characters.split("\n"):
        line = _line(characters, start, start + len(raw))
        if has_tags(line.words.text):
            lines.extend(Line(words, line.cell) for words in without_tags(line.words))
        else:
            lines.append(line)
        start += len(raw) + 1
    return lines


def _line(characters: str, start: int, end: int) -> Line:
    raw = characters[start:end]
    body = raw.strip()
    lead = raw[: raw.find(body)] if body else raw
    first = start + (len(lead) if body else max(lead.find("\t"), 0))
    return Line(Words.of(characters, first, first + len(body)), "\t" in lead, "\t" in body)
