"""Folding: the same text in half-width signs, character for character, so that one pattern reads every width and shape.

A folded text is as long as the original: what a pattern finds in it stands at the same position in the original.
"""

from functools import cache

from graph.words.signs import CLOSING, OPENING


@cache
def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {ord(sign): "(" for sign in OPENING}
    table |= {ord(sign): ")" for sign in CLOSING}
    table |= {ord(blank): " " for blank in "\u3000\u00a0\u2002\u2003\u2009\u202f\t"}
    table |= {ord(sign): "-" for sign in "—–－‐‑―~～〜"}
    table |= {ord(sign): ":" for sign in "︰∶﹕"} | {ord("﹔"): ";", ord("﹐"): ",", ord("﹑"): "、", ord("､"): "、"}
    return table


def fold(text: str) -> str:
    """The text with full-width letters, digits, signs and all kinds of brackets, dashes and blanks in one plain shape.

    `（〔［【` become `(`, `）〕］】` become `)`, `：，；．` their ASCII shapes; `。`, `、` and `《》` stay.
    """
    return text.translate(_table())


def squeeze(text: str) -> str:
    """The text without any white space."""
    return "".join(text.split())
