"""The characters of a web page: by the rule for texts, whatever the page says of itself, as one that says gb2312 may
hold GB18030. Sites cut titles in the middle of a character: a few such bytes do not make a page unreadable.
"""

import re

from graph.errors import FileRefusedError
from loaders.files.plain import is_garbled, to_characters

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)
_LOOKED_AT = 4096
_OTHERS = {b"big5": "big5hkscs", b"big5-hkscs": "big5hkscs"}
"""Encodings that the rule for texts does not tell: they count where the page names them."""
_DAMAGED = "\ufffd"
_LEAST_SHARE, _FEW = 100, 4
"""One damaged character in so many beyond ASCII is too many, but for a few."""


def decode_page(data: bytes) -> str:
    """The characters of a page. Raises FileRefusedError for an empty one and for bytes of no known encoding."""
    if not data.strip():
        raise FileRefusedError("file.empty")
    named = _CHARSET.search(data[:_LOOKED_AT])
    other = _OTHERS.get(named[1].lower()) if named else None
    characters = _strictly(data, other) if other else None
    if characters is None:
        try:
            characters = to_characters(data)
        except FileRefusedError:
            characters = next((text for one in ("utf-8", "gb18030") if (text := _mostly(data, one))), None)
            if characters is None:
                raise
    return characters.replace("\x00", "")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _mostly(data: bytes, encoding: str) -> str | None:
    """The characters in an encoding, None where more than a few bytes do not fit."""
    characters = data.decode(encoding, errors="replace")
    beyond = sum(1 for sign in characters if sign > "\x7f")
    damaged = characters.count(_DAMAGED)
    readable = damaged <= max(_FEW, beyond // _LEAST_SHARE) and damaged * _FEW < beyond
    return characters if readable and not is_garbled(characters) else None
