"""Characters that steer a terminal or turn the order of letters, made visible: documents, names of files and what is
typed may hold them, and a terminal obeys them (colours, titles of windows, moves of the cursor).
"""

import re

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""C0 but TAB and line feed, DEL, C1, and the marks, embeddings, overrides and isolates of direction (UAX 9)."""
_LAYOUT = re.compile("[\t\n]")
_PICTURES = 0x2400
"""Where the pictures of C0 begin in Unicode: ␀, ␛ …"""
_DELETE, _PICTURE_OF_DELETE = "\x7f", "\u2421"
_OTHER = "\ufffd"
"""What stands for a character that has no picture."""


def visible(text: str) -> str:
    """A text with pictures (␛) in the place of what would steer a terminal; TAB and line feed stay."""
    return _STEERING.sub(lambda found: _picture(found[0]), text)


def one_line(text: str) -> str:
    """The same with TAB and line feed shown too, for a sentence that must stay one line."""
    return _LAYOUT.sub(lambda found: _picture(found[0]), visible(text))


def escaped(json: str) -> str:
    r"""JSON that says the same with escapes (\u009b) in the place of what would steer a terminal."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", json)


def _picture(sign: str) -> str:
    if sign == _DELETE:
        return _PICTURE_OF_DELETE
    return chr(_PICTURES + ord(sign)) if sign < " " else _OTHER
