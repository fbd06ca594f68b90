"""Plain text that holds HTML: tags are no words; those of blocks end a line, those inside a line are dropped."""

import re
from collections.abc import Iterator

from loaders.text import Words

_INLINE = "a|abbr|b|big|center|cite|code|em|font|i|img|ins|label|mark|o:p|s|small|span|strike|strong|sub|sup|u|w:\\w+"
_BLOCK = (
    "address|article|aside|blockquote|body|br|caption|dd|div|dl|dt|figure|footer|form|h[1-6]|head|header|hr|html|li|"
    "link|main|meta|nav|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_TAG = re.compile(
    rf"<!--.{{0,2000}}?-->|</?(?:(?P<block>{_BLOCK})|{_INLINE})(?:\s[^<>]{{0,1000}})?/?>|(?P<blank>&(?:nbsp|emsp|ensp);)",
    re.IGNORECASE,
)


def has_tags(text: str) -> bool:
    """Whether a text holds a tag of HTML."""
    return ("<" in text or "&" in text) and bool(_TAG.search(text))


def without_tags(words: Words) -> Iterator[Words]:
    """The words of a line without its tags, parted where the tag of a block stands, empty parts left out."""
    parts: list[Words] = []
    start = 0
    for tag in _TAG.finditer(words.text):
        if tag.start() > start:
            parts.append(words.part(start, tag.start()))
        if tag["blank"]:
            parts.append(Words(" ", ((0, words.at(tag.start())),)))
        elif tag["block"]:
            yield from _line(parts)
            parts = []
        start = tag.end()
    if start < len(words.text):
        parts.append(words.part(start, len(words.text)))
    yield from _line(parts)


def _line(parts: list[Words]) -> Iterator[Words]:
    line = Words.join(parts).stripped() if parts else None
    if line is not None and line.text:
        yield line
