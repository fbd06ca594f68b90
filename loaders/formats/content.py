"""What a reader of a format makes of a file's bytes."""

from dataclasses import dataclass

from graph.statements import UnreadStatement
from loaders.text import Block, PageStretch, Size


@dataclass(frozen=True, slots=True)
class Content:
    """The characters of a file, which quotes are cut from, and its blocks in order of reading.

    For a text the characters are those of the file; for another format those of its words, as the reader laid them out.
    `unread` is what it did not take for words (struck out), and what it has to say of the file (hidden rows).
    `stretches` tell where on pages words stand, in a format of pages, and `page_sizes`
    how large each page is.
    """

    characters: str
    blocks: tuple[Block, ...]
    unread: tuple[UnreadStatement, ...] = ()
    stretches: tuple[PageStretch, ...] = ()
    page_sizes: tuple[Size, ...] = ()
