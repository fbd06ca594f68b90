"""Plain text: bytes → characters → lines.

The encoding rule: a byte order mark decides; else strict UTF-8; else GB18030, which also reads what calls itself GBK or
GB2312. Nothing is replaced or dropped: bytes that no rule decodes are refused.
"""

import codecs
import re
from dataclasses import dataclass, replace

from graph.errors import FileRefusedError
from graph.words.fold import fold
from graph.words.signs import HAN
from loaders.files.markup import has_tags, without_tags
from loaders.limits import check_size
from loaders.text import Words
from loaders.vocabulary.furniture import furniture_words

MAX_BYTES = 4 * 1024 * 1024
"""The limit of a file: 17 times the longest plan seen; four MiB of mere tasks take minutes and 1.6 GB to load."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEADING_SIGNS = re.compile(r"^#{1,6}\s+")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_PAGE_NUMBER = re.compile(r"^[-\s]*\d{1,4}[-\s]*$|^第\s*\d+\s*页(共\s*\d+\s*页)?$")
_LONGEST_PAGE_NUMBER = 24  # characters of a line that may be a page number, blanks and dashes included
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_HAN_SIGNS = re.compile(f"[{HAN}]")
_LEAST_SHARE = 200
"""One sign for private use in so many characters is too many."""
_ENOUGH = 20  # 汉字 from which their share of common ones tells whether a text is garbled


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a plain text: its words without the blanks around them, and how many TABs stand before and behind them.

    `inner` tells that TABs stand between words, so that the line holds several cells; `page` that the line holds only
    a page number, or stands for a form feed: a page ends there.
    """

    words: Words
    before: int = 0
    after: int = 0
    inner: bool = False
    page: bool = False

    @property
    def cell(self) -> bool:
        """Whether the line opens a table cell."""
        return self.before > 0

    @property
    def blank(self) -> bool:
        """Whether the line holds nothing and opens no cell."""
        return self.before == 0 and not self.words.text


def decode(data: bytes) -> str:
    """The characters of a plain text, without byte order mark, newlines as in the file.

    Raises FileRefusedError for an empty file, a binary file, bytes that are no text in any of the encodings, and a text
    beyond the limits of `loaders.limits`.
    """
    if len(data) > MAX_BYTES:
        raise FileRefusedError("file.too_large", limit=MAX_BYTES // 1024 // 1024)
    if not data.strip():
        raise FileRefusedError("file.empty")
    characters = _decode(data)
    if not characters.strip():
        raise FileRefusedError("file.empty")
    controls = len(_CONTROLS.findall(characters))
    if "\x00" in characters or controls * 100 > len(characters):
        raise FileRefusedError("file.binary")
    check_size(characters)
    return characters


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise FileRefusedError("file.undecodable_in", encoding=encoding, byte=error.start) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        characters = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise FileRefusedError("file.undecodable", byte=error.start) from error
    if is_garbled(characters):
        raise FileRefusedError("file.garbled")
    return characters


def is_garbled(characters: str) -> bool:
    """Whether a text read as GB18030 is of another encoding: signs for private use, or mostly characters out of use.

    What offices write in GB18030 stands almost wholly in GB 2312, its first 6,763 characters.
    """
    private = len(_PRIVATE.findall(characters))
    han = "".join(_HAN_SIGNS.findall(characters))
    common = len(han.encode("gb2312", errors="ignore")) // 2
    return private * _LEAST_SHARE > len(characters) or (len(han) > _ENOUGH and common * 10 < len(han) * 6)


def read_lines(characters: str) -> list[TextLine]:
    """The lines of a text without its tags of HTML; a block of HTML, a form feed or a lone CR ends a line too.

    Blanks at the ends and signs without width are not part of the words.
    """
    lines: list[TextLine] = []
    start = 0
    for raw in characters.splitlines(keepends=True):
        line = _line(characters, start, start + len(raw))
        page_ends = raw.endswith("\f")
        if has_tags(line.words.text):
            lines.extend(TextLine(words, line.before) for words in without_tags(line.words))
        elif not (page_ends and line.blank):
            lines.append(line)
        start += len(raw)
        if page_ends:
            lines.append(TextLine(Words.of(characters, start - 1, start - 1), page=True))
    return [
        replace(line, page=False) if line.page and _is_of_words(lines, index) else line
        for index, line in enumerate(lines)
    ]


def _is_of_words(lines: list[TextLine], index: int) -> bool:
    """Whether a line of digits belongs to the words around it, which break off before it and go on behind it."""
    if not 0 < index < len(lines) - 1 or not lines[index].words.text.isdigit():
        return False
    before, behind = lines[index - 1].words.text, lines[index + 1].words.text
    rules = furniture_words().page_number
    return bool(before) and before[-1] not in rules.not_behind and behind[:1] in rules.not_before and bool(behind)


def is_page_number(text: str) -> bool:
    """Whether a line holds only a page number (`7`, `- 7 -`, `— 7 —`), which belongs to no paragraph and no cell."""
    return len(text) < _LONGEST_PAGE_NUMBER and bool(_PAGE_NUMBER.match(fold(text).strip()))


def _line(characters: str, start: int, end: int) -> TextLine:
    raw = characters[start:end]
    if INVISIBLE.search(raw):
        words = visible(characters, start, end)
        raw = words.text
    else:
        words = Words(raw, ((0, start),))
    body = raw.strip()
    if body.startswith("#"):
        body = _HEADING_SIGNS.sub("", body)
    if not body:
        tab = raw.find("\t")
        return TextLine(words.part(max(tab, 0), max(tab, 0)), before=raw.count("\t"))
    first = raw.find(body)
    last = first + len(body)
    return TextLine(
        words.part(first, last),
        before=raw.count("\t", 0, first),
        after=raw.count("\t", last),
        inner="\t" in body,
        page=is_page_number(body),
    )


def visible(characters: str, start: int, end: int) -> Words:
    """The words `characters[start:end]` without signs of no width (a byte order mark inside the text, soft hyphens)."""
    parts: list[Words] = []
    position = start
    for sign in INVISIBLE.finditer(characters, start, end):
        if sign.start() > position:
            parts.append(Words.of(characters, position, sign.start()))
        position = sign.end()
    if position < end:
        parts.append(Words.of(characters, position, end))
    return Words.join(parts) if parts else Words.of(characters, start, start)
