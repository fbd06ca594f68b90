"""Plain text: bytes → characters → lines.

The encoding rule: a byte order mark decides; else strict UTF-8; else GB18030, which also reads what calls itself GBK or
GB2312. Nothing is replaced or dropped: bytes that no rule decodes are refused.
"""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from graph.errors import FileRefusedError
from graph.words.fold import fold
from graph.words.signs import HAN
from loaders.files.markup import RawLine, read_markup
from loaders.files.repairs import is_whole, prints_twice, repaired
from loaders.limits import MOST_BYTES, check_size
from loaders.text import Words
from loaders.vocabulary.furniture import furniture_words

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HEADING_SIGNS = re.compile(r"^#{1,6}\s+")
_PAGE = r"第? ?\d{1,4} ?页"
_PAGES = r"共 ?\d{1,4} ?页"
_PAGE_NUMBER = re.compile(
    r"[-·\s]*\d{1,4}(?: ?/ ?\d{1,4})?[-·\s]*"
    rf"|{_PAGE}(?:[,;/ ]{{0,2}}{_PAGES})?|{_PAGES}[,;/ ]{{0,2}}{_PAGE}"
)
_DIGIT = re.compile(r"\d")
_LONGEST_PAGE_NUMBER = 24  # characters of a line that may be a page number, blanks and dashes included
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_HAN_SIGNS = re.compile(f"[{HAN}]")
_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_LEAST_SHARE = 200
"""One sign for private use in so many characters is too many."""
_ENOUGH = 20  # 汉字 from which their share of common ones tells whether a text is garbled


class TextLine(NamedTuple):
    """A line of a plain text: its words without the blanks around them, and how many TABs stand before and behind them.

    `indent` are the blanks before a line without TABs. `inner` tells that TABs stand between words, so that the line
    holds several cells; `page` that the line holds only a page number, or stands for a form feed: a page ends there.
    """

    words: Words
    before: int = 0
    after: int = 0
    inner: bool = False
    page: bool = False
    indent: str = ""

    @property
    def cell(self) -> bool:
        """Whether the line opens a table cell."""
        return self.before > 0

    @property
    def with_indent(self) -> str:
        """The words with the blanks before them."""
        return self.indent + self.words.text

    @property
    def blank(self) -> bool:
        """Whether the line holds nothing and opens no cell."""
        return self.before == 0 and not self.words.text


def decode(data: bytes) -> str:
    """The characters of a plain text, without byte order mark, newlines as in the file.

    Raises FileRefusedError for an empty file, a binary file, bytes that are no text in any of the encodings, and a text
    beyond the limits of `loaders.limits`.
    """
    if len(data) > MOST_BYTES:
        raise FileRefusedError("file.too_large", limit=MOST_BYTES // 1024 // 1024)
    if not data.strip():
        raise FileRefusedError("file.empty")
    characters = to_characters(data)
    if not characters.strip():
        raise FileRefusedError("file.empty")
    controls = len(_CONTROLS.findall(characters))
    if "\x00" in characters or controls * 100 > len(characters):
        raise FileRefusedError("file.binary")
    check_size(characters)
    return characters


def to_characters(data: bytes) -> str:
    """The characters of bytes by the encoding rule. Raises FileRefusedError where none fits."""
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
    """The lines of a text without its tags of HTML, repaired, and without the blanks at their ends.

    A block of HTML, a form feed or a lone CR ends a line too.
    """
    lines: list[TextLine] = []
    whole = is_whole(characters)
    bold = not whole and prints_twice(characters)
    for raw in _raw_lines(characters):
        line = _line(raw.words if whole else repaired(raw.words, bold=bold))
        page_ends = raw.ends == "\f"
        if not ((page_ends or raw.tagged) and line.blank):
            lines.append(line)
        if page_ends:
            lines.append(TextLine(Words.of(characters, raw.words.end, raw.words.end), page=True))
    return [
        line._replace(page=False) if line.page and _is_of_words(lines, index) else line
        for index, line in enumerate(lines)
    ]


def _raw_lines(characters: str) -> Iterator[RawLine]:
    if "<" in characters or "&" in characters:
        yield from read_markup(characters)
        return
    start = 0
    for raw in characters.splitlines(keepends=True):
        body = raw.rstrip(_LINE_ENDS)
        yield RawLine(Words(body, ((0, start),)), raw[len(body) :])
        start += len(raw)


def _is_of_words(lines: list[TextLine], index: int) -> bool:
    """Whether a line of digits belongs to the words around it, which break off before it and go on behind it."""
    if not 0 < index < len(lines) - 1 or not lines[index].words.text.isdigit():
        return False
    before, behind = lines[index - 1].words.text, lines[index + 1].words.text
    rules = furniture_words().page_number
    return bool(before) and before[-1] not in rules.not_behind and behind[:1] in rules.not_before and bool(behind)


def is_page_number(text: str) -> bool:
    """Whether a line holds only a page number (`7`, `- 7 -`, `— 7 —`), which belongs to no paragraph and no cell."""
    may_be = len(text) < _LONGEST_PAGE_NUMBER and _DIGIT.search(text)
    return bool(may_be) and _PAGE_NUMBER.fullmatch(fold(text).strip()) is not None


def _line(words: Words) -> TextLine:
    raw = words.text
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
        indent="" if "\t" in raw[:first] else raw[:first],
    )
