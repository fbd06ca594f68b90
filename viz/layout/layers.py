"""Where marks stand in columns: each as near as may be to what it is joined to, none upon another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from viz.layout.layout import Room

APART = 10.0
"""Least distance in pixels between two marks of a column; vis-network counts 6 around a box."""


@dataclass(slots=True)
class _Block:
    """Marks that touch one another: how many, and the middle of what they wish once their rooms are taken off."""

    wish: float
    marks: int


def stack(rooms: Sequence[Room], top: float = 0.0) -> list[float]:
    """The heights of marks that stand below one another as close as may be, the first at `top`."""
    heights = [top + gap for gap in _gaps(rooms)]
    return heights[: len(rooms)]


def near_wishes(wishes: Mapping[str, float], rooms: Mapping[str, Room]) -> dict[str, float]:
    """The heights of the marks of one column, in the order of their wishes: those at the least squared distance from
    the wishes at which no two rooms come nearer than `APART` (the pool-adjacent-violators algorithm).
    """
    order = sorted(wishes, key=lambda mark: (wishes[mark], mark))
    gaps = _gaps([rooms[mark] for mark in order])
    blocks: list[_Block] = []
    for mark, gap in zip(order, gaps, strict=True):
        blocks.append(_Block(wishes[mark] - gap, 1))
        while len(blocks) > 1 and blocks[-2].wish > blocks[-1].wish:
            blocks[-2:] = [_joined(blocks[-2], blocks[-1])]
    free = [block.wish for block in blocks for _ in range(block.marks)]
    return {mark: wish + gap for mark, wish, gap in zip(order, free, gaps, strict=True)}


def _gaps(rooms: Sequence[Room]) -> list[float]:
    """How far below the first mark each stands at least."""
    gaps = [0.0] if rooms else []
    for above, room in pairwise(rooms):
        gaps.append(gaps[-1] + above.below + APART + room.above)
    return gaps


def _joined(one: _Block, other: _Block) -> _Block:
    marks = one.marks + other.marks
    return _Block((one.wish * one.marks + other.wish * other.marks) / marks, marks)
