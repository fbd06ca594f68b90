"""Characters that are read as others, one for one: traditional ones as simplified ones, and a rare one that is told in
brackets by its parts (小（氵奚）村) as a word of as many characters, so that its brackets do not cut a name.

What is read so is told in a statement as it is written (`loaders.as_written`).
"""

import re
from functools import cache

from graph.words.characters import character_words
from graph.words.signs import HAN

BRACKET = "\u9fff"
"""What a bracket or a plus of a described character is read as: a 汉字 that stands in no word."""
_HAN = re.compile(f"[{HAN}]")


def simplified(text: str) -> str:
    """The text in simplified characters, described ones as words."""
    if is_simplified(text):
        return text
    text = text.translate(_table())
    return _described().sub(_as_word, text)


def is_simplified(text: str) -> bool:
    """Whether nothing in the text is read as something else."""
    return not (_traditional().search(text) or _described().search(text))


def _as_word(described: re.Match[str]) -> str:
    return "".join(sign if _HAN.match(sign) else BRACKET for sign in described[0])


@cache
def _table() -> dict[int, int]:
    return character_words().traditional.table


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile(f"[{''.join(character_words().traditional.written)}]")


@cache
def _described() -> re.Pattern[str]:
    """A bracket between 汉字 that holds a part which is no character of its own, with others, or parts and a plus."""
    part = f"[{''.join(character_words().parts.written)}]"
    parts = f"{part}[{HAN}]|[{HAN}]{part}|[{HAN}][+＋][{HAN}]|左[{HAN}]右[{HAN}]|上[{HAN}]下[{HAN}]"
    return re.compile(rf"[（(](?=[^）)]{{0,4}}(?:{part}|[+＋]))(?:{parts})[）)]")
