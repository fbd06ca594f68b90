"""Folding: the same text in half-width signs, character for character, so that one pattern reads every width and shape.

A folded text is as long as the original: what a pattern finds in it stands at the same position in the original.
"""

import re
from functools import cache
from typing import NewType, overload

from graph.words.short_cache import short_cache
from graph.words.signs import CLOSING, OPENING

Folded = NewType("Folded", str)
"""A text in half-width signs, as `fold` makes it: what a pattern of the readers is tried on."""


@cache
def _half_widths() -> dict[str, str]:
    table = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= dict.fromkeys(OPENING, "(") | dict.fromkeys(CLOSING, ")")
    table |= dict.fromkeys("\u3000\u00a0\u2002\u2003\u2009\u202f\t", " ")
    table |= dict.fromkeys("—–－‐‑―~～〜", "-") | dict.fromkeys("︰∶﹕", ":")
    table |= {"﹔": ";", "﹐": ",", "﹑": "、", "､": "、"}
    return table


@cache
def _wide() -> re.Pattern[str]:
    """The signs that are not in their plain shape."""
    return re.compile(f"[{re.escape(''.join(_half_widths()))}]")


@short_cache(16384)
def fold(text: str) -> Folded:
    """The text with full-width letters, digits, signs and all kinds of brackets, dashes and blanks in one plain shape.

    `（〔［【` become `(`, `）〕］】` become `)`, `：，；．` their ASCII shapes; `。`, `、` and `《》` stay.
    """
    plain = _half_widths()
    folded = text
    for sign in set(_wide().findall(text)):  # a text has few of them: nine times as fast as to translate each character
        folded = folded.replace(sign, plain[sign])
    return Folded(folded)


@overload
def squeeze(text: Folded) -> Folded: ...
@overload
def squeeze(text: str) -> str: ...
def squeeze(text: str) -> str:
    """The text without any white space; a folded text stays folded."""
    return "".join(text.split())


@short_cache(16384)
def compact(text: str) -> Folded:
    """The text folded and without any white space."""
    return squeeze(fold(text))
