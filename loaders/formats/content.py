"""What a reader of a format makes of a file's bytes."""

from dataclasses import dataclass

from loaders.text import Aside, Block


@dataclass(frozen=True, slots=True)
class Content:
    """The characters of a file, which quotes are cut from, its blocks in order of reading, and words that are no part
    of its text, which stand behind all blocks.

    For a text the characters are those of the file; for another format those of its words, as the reader laid them out.
    """

    characters: str
    blocks: tuple[Block, ...]
    asides: tuple[Aside, ...] = ()
