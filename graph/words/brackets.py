"""Brackets of every kind in a folded text: which closes which, in one pass, also where one is never closed."""

import re
from collections.abc import Iterator
from itertools import repeat

from graph.words.fold import Folded

_SIGNS = re.compile("[()]")


def pairs(folded: Folded) -> dict[int, int | None]:
    """Position of each opening bracket → position of the bracket that closes it, None where none does."""
    found: dict[int, int | None] = {}
    open_at: list[int] = []
    for match in _SIGNS.finditer(folded):
        position = match.start()
        if match[0] == "(":
            open_at.append(position)
            found[position] = None
        elif open_at:
            found[open_at.pop()] = position
    return found


def outermost(found: dict[int, int | None]) -> list[tuple[int, int | None]]:
    """The pairs that stand in no other closed pair, left to right."""
    result: list[tuple[int, int | None]] = []
    behind = -1
    for start in sorted(found):
        end = found[start]
        if start <= behind:
            continue
        result.append((start, end))
        if end is not None:
            behind = end
    return result


def outside_brackets(folded: Folded) -> Iterator[bool]:
    """For each sign whether it stands outside all brackets; the signs of a bracket do not.

    A closing sign without its opening is a plain sign; an opening that is never closed holds all that follows.
    """
    return _depths(folded) if "(" in folded else repeat(True, len(folded))  # noqa: FBT003 - what is repeated


def _depths(folded: Folded) -> Iterator[bool]:
    depth = 0
    for sign in folded:
        if sign == "(":
            depth += 1
        yield depth == 0
        if sign == ")" and depth:
            depth -= 1
