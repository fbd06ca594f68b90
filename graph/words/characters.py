"""Characters that are read as others, one for one, so that words keep their places."""

from functools import cache
from typing import NamedTuple

from graph.vocabulary.rows import read_table


class ReadAs(NamedTuple):
    """Characters as they are `written`, in rows, and in as many rows those that they are `read` as."""

    example: str
    written: tuple[str, ...]
    read: tuple[str, ...]

    @property
    def table(self) -> dict[int, int]:
        """The table for `str.translate`."""
        return str.maketrans("".join(self.written), "".join(self.read))


class Parts(NamedTuple):
    """Parts of characters, as they are `written` in a description."""

    example: str
    written: tuple[str, ...]


class CharacterWords(NamedTuple):
    """All rows of characters.toml."""

    radicals: ReadAs
    parts: Parts
    traditional: ReadAs


@cache
def character_words() -> CharacterWords:
    """The rows of characters.toml, read once."""
    return read_table(CharacterWords)
