"""Cuts words at separators that stand outside brackets and quotation marks: the first step of reading any list."""

import re
from typing import NamedTuple

from graph.words.fold import fold
from graph.words.signs import LIST_SEPARATORS

COMMA = ","
_HOLDS = re.compile("[(“《]")


class Piece(NamedTuple):
    """Words between two separators; `separator` is the folded one before them, "" for the first."""

    text: str
    separator: str


def outside(words: str) -> list[bool]:
    """For each character whether it stands outside all brackets and quotation marks; a bracket's own signs do not.

    A closing sign without its opening is a plain character; an opening that is never closed holds all that follows.
    """
    folded = fold(words)
    if not _HOLDS.search(folded):
        return [True] * len(folded)
    depth, quoted, flags = 0, 0, []
    for sign in folded:
        if sign == "(":
            depth += 1
        elif sign in "“《":
            quoted += 1
        flags.append(depth == 0 and quoted == 0)
        if sign == ")":
            depth = max(0, depth - 1)
        elif sign in "”》":
            quoted = max(0, quoted - 1)
    return flags


def cut(words: str, separators: frozenset[str] = LIST_SEPARATORS) -> list[Piece]:
    """The pieces of words between separators outside brackets, empty ones included."""
    folded = fold(words)
    if separators.isdisjoint(folded):
        return [Piece(words, "")]
    free = outside(words)
    pieces, start, separator = [], 0, ""
    for position, sign in enumerate(folded):
        if sign in separators and free[position]:
            pieces.append(Piece(words[start:position], separator))
            start, separator = position + 1, sign
    pieces.append(Piece(words[start:], separator))
    return pieces
