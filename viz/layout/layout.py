"""Where marks stand: computed before the page is written, so that a picture is the same on every run and in every
browser. Nothing overlaps: a mark's room holds its label too.

Springs and overlaps cost the square of what they hold, so a network above `MOST` nodes is laid in runs of neighbours,
one run beside the other: the time grows with the number of nodes, not with its square.
"""

import math
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

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

MOST = 400
"""The most nodes that springs hold at once."""

RUN = 100
"""The most nodes in a run of neighbours, where a network has more than springs hold at once."""


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
    if len(graph) > MOST:
        return beside([_spring(_part(graph, run), rooms) for run in _runs(graph)], rooms)
    return _spring(graph, rooms)


def beside(groups: Sequence[Mapping[str, Point]], rooms: Mapping[str, Room]) -> dict[str, Point]:
    """Groups of placed nodes set side by side in rows that fill a rectangle, each group as it stands."""
    frames = {str(number): frame(group, rooms) for number, group in enumerate(groups)}
    blocks = {
        name: Room((right - left) / 2, (low - top) / 2, (low - top) / 2)
        for name, (left, top, right, low) in frames.items()
    }
    width = max(
        [
            math.sqrt(sum(4 * block.half * block.above for block in blocks.values()) * ASPECT),
            *(2 * block.half + GAP for block in blocks.values()),
        ]
    )
    middles = shelve(blocks, blocks, width, 0.0)
    places: dict[str, Point] = {}
    for number, group in enumerate(groups):
        left, top, right, low = frames[str(number)]
        across, down = middles[str(number)][0] - (left + right) / 2, middles[str(number)][1] - (top + low) / 2
        places |= {node: (x + across, y + down) for node, (x, y) in group.items()}
    return places


def frame(places: Mapping[str, Point], rooms: Mapping[str, Room]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what holds all rooms at their places."""
    return (
        min(x - rooms[node].half for node, (x, _) in places.items()),
        min(y - rooms[node].above for node, (_, y) in places.items()),
        max(x + rooms[node].half for node, (x, _) in places.items()),
        max(y + rooms[node].below for node, (_, y) in places.items()),
    )


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


def _spring(graph: "nx.Graph[str]", rooms: Mapping[str, Room]) -> dict[str, Point]:
    """A network of at most `MOST` nodes laid by springs."""
    height = math.sqrt(
        sum(2 * rooms[node].half * (rooms[node].above + rooms[node].below) for node in graph) / DENSITY / ASPECT
    )
    tension = 2.5 / math.sqrt(len(graph))
    springs = nx.spring_layout(graph, seed=SEED, weight="weight", iterations=200, k=tension, method="force")
    xs = _even({node: float(x) for node, (x, _) in springs.items()}, height * ASPECT)
    ys = _even({node: float(y) for node, (_, y) in springs.items()}, height)
    return apart({node: (xs[node], ys[node]) for node in graph}, rooms)


def _part(graph: "nx.Graph[str]", nodes: Sequence[str]) -> "nx.Graph[str]":
    """The part of a graph that holds these nodes, in their order (that of a networkx subgraph is left to chance)."""
    part: nx.Graph[str] = nx.Graph()
    part.add_nodes_from(nodes)
    inside = set(nodes)
    for node in nodes:
        part.add_edges_from((node, other, graph.edges[node, other]) for other in graph[node] if other in inside)
    return part


def _runs(graph: "nx.Graph[str]") -> Iterator[list[str]]:
    """All nodes in runs of neighbours, in the order of the graph, each run at most `RUN` long and all about alike."""
    met: dict[str, None] = {}
    for start in graph:
        if start not in met:
            met |= dict.fromkeys((start, *(node for _, node in nx.bfs_edges(graph, start))))
    order = list(met)
    length = math.ceil(len(order) / math.ceil(len(order) / RUN))
    yield from (order[begin : begin + length] for begin in range(0, len(order), length))


def _even(values: Mapping[str, float], length: float) -> dict[str, float]:
    """Values in [-1, 1] drawn towards even distances, then stretched to `length` around 0."""
    order = sorted(values, key=lambda node: (values[node], node))
    last = max(len(order) - 1, 1)
    ranks = {node: 2 * rank / last - 1 for rank, node in enumerate(order)}
    return {node: (EVEN * ranks[node] + (1 - EVEN) * values[node]) * length / 2 for node in values}


def _settled(moved: dict[str, list[float]], rooms: Mapping[str, Room]) -> bool:
    """Push overlapping rooms apart for some rounds; True when a round found nothing to push."""
    points, spaces = list(moved.values()), [rooms[node] for node in moved]
    for _ in range(ROUNDS):
        pairs = _upon(points, spaces)
        if not pairs:
            return True
        for one, other in pairs:
            _push(points[one], spaces[one], points[other], spaces[other])
    return False


def _upon(points: Sequence[Sequence[float]], spaces: Sequence[Room]) -> list[tuple[int, int]]:
    """The pairs of rooms that lie upon one another or too near, in order; a table of all pairs is looked through."""
    x, y = (np.array([point[axis] for point in points]) for axis in (0, 1))
    half = np.array([space.half for space in spaces]) + GAP / 2
    top = y - np.array([space.above for space in spaces])
    low = y + np.array([space.below for space in spaces]) + FALL
    beside_one_another = np.abs(x[:, None] - x) < half[:, None] + half
    level = (top[:, None] < low) & (top < low[:, None])
    ones, others = np.nonzero(np.triu(beside_one_another & level, 1))
    return list(zip(ones.tolist(), others.tolist(), strict=True))


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
