"""Where marks stand: computed before the page is written, so that a picture is the same on every run and in every
browser. Nothing overlaps: a mark's room holds its label too.
"""

import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

Point = tuple[float, float]

SEED = 20210819
ASPECT = 1.6
"""Width of a picture to its height."""

DENSITY = 0.36
"""Share of a picture's area that marks and labels cover before they are moved apart."""

EVEN = 0.7
"""How far places are drawn from where springs leave them (0) to even distances in each direction (1)."""

GAP = 12.0
FALL = 20.0
"""Least distances in pixels between two marks or labels: side by side, and one below the other."""

ROUNDS = 60
GROWTH = 1.06


@dataclass(frozen=True, slots=True)
class Room:
    """The room that a mark takes, in pixels from its centre: half its width, and its height above and below."""

    half: float
    above: float
    below: float


def text_width(words: str, size: int) -> float:
    """About how many pixels wide the words are: a wide character (汉字, full-width) counts one em, others 0.6."""
    wide = sum(1.0 if unicodedata.east_asian_width(letter) in "WFA" else 0.6 for letter in words)
    return wide * size


def spread(graph: "nx.Graph[str]", rooms: Mapping[str, Room]) -> dict[str, Point]:
    """Places for the nodes of a network: those that are joined (edge attribute `weight`) stand near one another, the
    whole fills a rectangle, and no two rooms come nearer than `GAP` and `FALL`. Fixed seed, nodes in the
    order of the graph.
    """
    if not graph:
        return {}
    height = math.sqrt(sum(2 * room.half * (room.above + room.below) for room in rooms.values()) / DENSITY / ASPECT)
    tension = 2.5 / math.sqrt(len(graph))
    springs = nx.spring_layout(graph, seed=SEED, weight="weight", iterations=200, k=tension, method="force")
    xs = _even({node: float(x) for node, (x, _) in springs.items()}, height * ASPECT)
    ys = _even({node: float(y) for node, (_, y) in springs.items()}, height)
    return apart({node: (xs[node], ys[node]) for node in graph}, rooms)


def shelve(nodes: Iterable[str], rooms: Mapping[str, Room], width: float, top: float) -> dict[str, Point]:
    """Places for nodes that nothing joins, in centred rows from `top` downwards, each at most `width` wide."""
    rows: list[list[str]] = [[]]
    for node in nodes:
        if rows[-1] and sum(2 * rooms[other].half + GAP for other in [*rows[-1], node]) > width:
            rows.append([])
        rows[-1].append(node)
    places: dict[str, Point] = {}
    for row in filter(None, rows):
        line = top + max(rooms[node].above for node in row)
        places |= _row(row, rooms, line)
        top = line + max(rooms[node].below for node in row) + FALL
    return places


def apart(places: Mapping[str, Point], rooms: Mapping[str, Room]) -> dict[str, Point]:
    """The same places, moved as little as needed so that no rooms overlap; where pushing alone does not settle, the
    whole is stretched a little and pushed again, so it always ends.
    """
    moved = {node: [x, y] for node, (x, y) in places.items()}
    while not _settled(moved, rooms):
        for point in moved.values():
            point[0] *= GROWTH
            point[1] *= GROWTH
    return {node: (x, y) for node, (x, y) in moved.items()}


def _row(row: Sequence[str], rooms: Mapping[str, Room], line: float) -> dict[str, Point]:
    """One row of nodes side by side, its middle at 0."""
    left = -sum(2 * rooms[node].half + GAP for node in row) / 2
    places = {}
    for node in row:
        places[node] = (left + rooms[node].half + GAP / 2, line)
        left += 2 * rooms[node].half + GAP
    return places


def _even(values: Mapping[str, float], length: float) -> dict[str, float]:
    """Values in [-1, 1] drawn towards even distances, then stretched to `length` around 0."""
    order = sorted(values, key=lambda node: (values[node], node))
    last = max(len(order) - 1, 1)
    ranks = {node: 2 * rank / last - 1 for rank, node in enumerate(order)}
    return {node: (EVEN * ranks[node] + (1 - EVEN) * values[node]) * length / 2 for node in values}


def _settled(moved: dict[str, list[float]], rooms: Mapping[str, Room]) -> bool:
    """Push overlapping rooms apart for some rounds; True when a round found nothing to push."""
    names = list(moved)
    for _ in range(ROUNDS):
        pushed = False
        for number, one in enumerate(names):
            for other in names[number + 1 :]:
                pushed |= _push(moved[one], rooms[one], moved[other], rooms[other])
        if not pushed:
            return True
    return False


def _push(one: list[float], room: Room, other: list[float], space: Room) -> bool:
    """Move two points apart along the axis that needs less, half the way each; False if their rooms are clear."""
    across = room.half + space.half + GAP - abs(one[0] - other[0])
    down = (room.below + space.above if one[1] <= other[1] else room.above + space.below) + FALL
    down -= abs(one[1] - other[1])
    if across <= 0 or down <= 0:
        return False
    axis, way = (0, across) if across < down else (1, down)
    sign = 1 if one[axis] <= other[axis] else -1
    step = sign * (way / 2 + 0.5)
    one[axis] -= step
    other[axis] += step
    return True
