"""Brackets of every kind in a folded text: which closes which, in one pass, also where one is never closed."""

from collections.abc import Iterator

from graph.words.fold import Folded


def pairs(folded: Folded) -> dict[int, int | None]:
    """Position of each opening bracket → position of the bracket that closes it, None where none does."""
    found: dict[int, int | None] = {}
    open_at: list[int] = []
    for position, sign in enumerate(folded):
        if sign == "(":
            open_at.append(position)
            found[position] = None
        elif sign == ")" and open_at:
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
    depth = 0
    for sign in folded:
        if sign == "(":
            depth += 1
        yield depth == 0
        if sign == ")" and depth:
            depth -= 1
