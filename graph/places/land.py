"""The land of a place, told by places of old: each, as it was before the first change known of it, is one piece.

A piece is named by its place of old (the id of that period) and by how it was cut since: `=` is what stays with a place
that gives a part away, `/` the part, `?` one of several into which it was divided without telling what went where. So
two places, however far apart in time, tell by their pieces alone how much of the earlier one lies in the later.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Literal

Land = frozenset[str]
Held = Literal["whole", "part", "unknown", "none"]
"""How much of the land of a place lies in another: part is surely some of it, unknown may be any."""

_SIGNS = "=/?"
_EVENT = 8
"""Hexadecimal digits by which a change is known within the cuts of one piece."""


def parted(land: Iterable[str], event: str, count: int) -> tuple[Land, list[Land]]:
    """What stays with a place that gives so many parts of its land away at a change (by id), and the parts."""
    pieces = list(land)
    parts = [_cut(pieces, "/", event, number, count + 1) for number in range(1, count + 1)]
    return _cut(pieces, "=", event, 0, count + 1), parts


def divided(land: Iterable[str], event: str, count: int) -> list[Land]:
    """So many lands into which one was divided at a change (by id); which piece went where is not known."""
    pieces = list(land)
    return [_cut(pieces, "?", event, number, count) for number in range(count)]


def united(pieces: Iterable[str]) -> Land:
    """A land of pieces, in which all that one was cut into are that one again."""
    found = set(pieces)
    while True:
        siblings: defaultdict[tuple[str, str, int], set[str]] = defaultdict(set)
        for piece in found:
            if at := _last_cut(piece):
                event, _, count = piece[at + 1 :].split(".")
                siblings[piece[:at], event, int(count)].add(piece)
        whole = {key: cut for key, cut in siblings.items() if len(cut) == key[2]}
        if not whole:
            return frozenset(found)
        for (base, _, _), cut in whole.items():
            found = found - cut | {base}


def shared(land: Land, claim: Iterable[str]) -> Land:
    """The pieces of a land that lie in another, cut as they are there or finer."""
    claimed = frozenset(claim)
    return frozenset(piece for piece in land if any(base in claimed for base in _bases(piece)))


def held(earlier: Collection[str], later: Collection[str]) -> Held:
    """How much of the land of a place lies in a later one. What gave parts away and goes on counts as whole."""
    there = frozenset(later)
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for piece in there:
        for base in _bases(piece):
            parts[base].append(piece[len(base) :])
    kinds = {_piece_held(piece, there, parts.get(piece, ())) for piece in earlier}
    if kinds in ({"whole"}, {"none"}):
        return kinds.pop()
    return "part" if kinds & {"whole", "part"} else "unknown"


def atoms(land: Iterable[str]) -> frozenset[str]:
    """The places of old (ids of periods) of which a land has pieces."""
    return frozenset(_bases(piece)[0] for piece in land)


def _piece_held(piece: str, there: Land, cuts: Collection[str]) -> Held:
    if any(base in there for base in _bases(piece)) or any("/" not in cut and "?" not in cut for cut in cuts):
        return "whole"
    if not cuts:
        return "none"
    return "part" if any("?" not in cut for cut in cuts) else "unknown"


def _cut(pieces: Iterable[str], sign: str, event: str, number: int, count: int) -> Land:
    return frozenset(f"{piece}{sign}{event[:_EVENT]}.{number}.{count}" for piece in pieces)


def _bases(piece: str) -> list[str]:
    """The piece as it was before each cut, the place of old first, itself last."""
    ends = [at for at, sign in enumerate(piece) if sign in _SIGNS]
    return [*(piece[:end] for end in ends), piece]


def _last_cut(piece: str) -> int:
    return max(0, *(piece.rfind(sign) for sign in _SIGNS))
