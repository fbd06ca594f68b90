"""Large pictures: above `LIMIT` marks a picture is folded into tiles, one a part, each as large as what it holds.

A tile opens in place: the marks that it stands for have their room there already, so nothing moves and nothing
overlaps, whichever tiles are open. Lines between tiles are bundled and counted.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import networkx as nx

from viz.layout.layout import GAP, Point, Room, beside, frame, spread, text_width
from viz.layout.room import room_of
from viz.palette import EDGE, INK
from viz.picture import LIMIT, Line, Mark, Picture, PicturePart

Box = tuple[float, float, float, float]

OTHER = "其他"
MARGIN = 30.0
FILL = "#e8edef"
HEAD = 26
"""Least size of the words above an open tile."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a picture in the picture: its mark while it is closed, the mark above it while it is open (a click on
    either turns it), and the marks that it holds, where they stand when it is open.
    """

    id: str
    words: str
    closed: Mark
    opened: Mark
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """A folded picture: `closed` shows its tiles alone, `whole` all marks where they stand when every tile is open."""

    closed: Picture
    whole: Picture
    tiles: tuple[Tile, ...]


def fold(picture: Picture) -> Fold | None:
    """A picture above `LIMIT` marks with its tiles; None for one that can be shown as it is."""
    if len(picture.marks) <= LIMIT or not picture.folds:
        return None
    groups = list(_groups(picture))
    names = [f"tile {number}" for number in range(len(groups))]
    home = {mark.id: name for name, (_, marks) in zip(names, groups, strict=True) for mark in marks}
    bundles = _bundles(picture.lines, home)
    frames = [_frame(marks) for _, marks in groups]
    blocks = {name: _block(words, box) for name, (words, _), box in zip(names, groups, frames, strict=True)}
    sizes = _alike(blocks)
    places = _arranged(sizes, bundles)
    tiles = tuple(
        _tile(name, words, marks, box, sizes[name], places[name])
        for name, (words, marks), box in zip(names, groups, frames, strict=True)
    )
    return _folded(picture, tiles, bundles)


def _bundles(lines: Iterable[Line], home: Mapping[str, str]) -> dict[tuple[str, str], int]:
    """How many lines join each two tiles, either way."""
    found: Counter[tuple[str, str]] = Counter()
    for line in lines:
        start, end = sorted((home[line.start], home[line.end]))
        if start != end:
            found[start, end] += 1
    return dict(found)


def _folded(picture: Picture, tiles: tuple[Tile, ...], bundles: Mapping[tuple[str, str], int]) -> Fold:
    words = {tile.id: tile.words for tile in tiles}
    scale = max(tile.closed.font for tile in tiles) / 16
    lines = tuple(
        Line(
            start,
            end,
            EDGE,
            round(scale * (1 + math.log2(count)), 1),
            f"{words[start]} — {words[end]}：{count} 条",
            opacity=0.4,
        )
        for (start, end), count in bundles.items()
    )
    told = f"共 {len(picture.marks)} 个图形，超过 {LIMIT} 个，按部分合并为 {len(tiles)} 块显示。"
    subtitle = f"{picture.subtitle}　{told}".strip()
    whole = replace(picture, marks=tuple(mark for tile in tiles for mark in tile.marks))
    closed = replace(picture, subtitle=subtitle, marks=tuple(tile.closed for tile in tiles), lines=lines, straight=True)
    return Fold(closed, whole, tiles)


def _groups(picture: Picture) -> Iterator[tuple[str, list[Mark]]]:
    """The words and marks of each tile, in the order of the parts; a part of more than `LIMIT` marks becomes several
    tiles, and where there are more parts than `LIMIT`, several parts share a tile.
    """
    parts = {part.id: part for part in picture.parts}
    held: dict[str, list[Mark]] = {name: [] for name in (*parts, "")}
    for mark in picture.marks:
        held[mark.part if mark.part in parts else ""].append(mark)
    full = [(parts.get(name, PicturePart("", OTHER)).words, marks) for name, marks in held.items() if marks]
    share = math.ceil(len(full) / LIMIT)
    for begin in range(0, len(full), share):
        together = full[begin : begin + share]
        words = together[0][0] if len(together) == 1 else f"{together[0][0]}等{len(together)}处"
        yield from _cut(words, _joined([marks for _, marks in together]))


def _joined(groups: Sequence[Sequence[Mark]]) -> list[Mark]:
    """The marks of several parts, each part beside the other; those of one stay where they are."""
    if len(groups) == 1:
        return list(groups[0])
    rooms = {mark.id: room_of(mark) for marks in groups for mark in marks}
    places = beside([{mark.id: (mark.x, mark.y) for mark in marks} for marks in groups], rooms)
    return [_at(mark, places[mark.id]) for marks in groups for mark in marks]


def _cut(words: str, marks: Sequence[Mark]) -> Iterator[tuple[str, list[Mark]]]:
    """Marks in tiles of at most `LIMIT`, numbered where there are several."""
    pieces = _halved(list(marks))
    for number, piece in enumerate(pieces, 1):
        yield (words if len(pieces) == 1 else f"{words}（{number}）"), piece


def _halved(marks: list[Mark]) -> list[list[Mark]]:
    """Marks cut across the longer side, and the halves again, until each piece can be shown at once."""
    if len(marks) <= LIMIT:
        return [marks]
    left, top, right, low = _frame(marks)
    if right - left > low - top:
        ordered = sorted(marks, key=lambda mark: (mark.x, mark.y))
    else:
        ordered = sorted(marks, key=lambda mark: (mark.y, mark.x))
    middle = len(ordered) // 2
    return _halved(ordered[:middle]) + _halved(ordered[middle:])


def _frame(marks: Sequence[Mark]) -> Box:
    return frame({mark.id: (mark.x, mark.y) for mark in marks}, {mark.id: room_of(mark) for mark in marks})


def _head(width: float) -> int:
    """The size of the words above an open tile, by its width."""
    return max(HEAD, round(width / 40))


def _block(words: str, box: Box) -> Room:
    """The room of a tile: what it holds, a margin, and a line of words above."""
    left, top, right, low = box
    least = text_width(f"{words}{'　' * 12}", HEAD) / 2
    half = max((right - left) / 2 + MARGIN, least)
    high = (low - top + 2.5 * _head(2 * half)) / 2 + MARGIN
    return Room(half, high, high)


def _alike(blocks: Mapping[str, Room]) -> dict[str, Room]:
    """All tiles as large as the largest, which aligns them, unless that would more than double the picture."""
    largest = Room(max(block.half for block in blocks.values()), *[max(block.above for block in blocks.values())] * 2)
    taken = sum(block.half * block.above for block in blocks.values())
    same = largest.half * largest.above * len(blocks) <= 2 * taken
    return dict.fromkeys(blocks, largest) if same else dict(blocks)


def _arranged(sizes: Mapping[str, Room], bundles: Mapping[tuple[str, str], int]) -> dict[str, Point]:
    """Tiles that lines join near one another; the others in rows, in their order."""
    graph: nx.Graph[str] = nx.Graph()
    for (start, end), count in bundles.items():
        graph.add_edge(start, end, weight=1 + math.log2(count))
    joined = spread(graph, sizes)
    lone = [{name: (0.0, 0.0)} for name in sizes if name not in joined]
    return beside([*([joined] if joined else []), *lone], sizes)


def _tile(name: str, words: str, marks: Sequence[Mark], box: Box, block: Room, at: Point) -> Tile:
    left, top, right, low = box
    font = _head(2 * _block(words, box).half)
    label = f"{words}\n{len(marks)}"
    fit = min(2 * (block.half - GAP) / text_width(max(label.split("\n"), key=len), 1), 2 * block.above / 3.4)
    tile = Mark(
        id=name,
        label=label,
        shape="box",
        x=round(at[0]),
        y=round(at[1]),
        fill=FILL,
        border="#98a1a6",
        size=math.floor(block.half),
        height=math.floor(block.above),
        ink=INK,
        font=max(12, math.floor(fit * 0.8)),
        tip=f"{words}：{len(marks)} 个图形，点按展开",
    )
    heading = replace(
        tile,
        label=f"{words}　{len(marks)}　收起",
        font=font,
        height=round(font * 0.9),
        tip="点按收起",
        y=round(at[1] - block.above + font),
    )
    across = at[0] - (left + right) / 2
    down = at[1] + 1.25 * font - (top + low) / 2
    return Tile(name, words, tile, heading, tuple(_at(mark, (mark.x + across, mark.y + down)) for mark in marks))


def _at(mark: Mark, at: Point) -> Mark:
    return replace(mark, x=round(at[0]), y=round(at[1]))
