"""The marks and lines of a picture as elements of SVG: the shapes that `viz.drawing.page` has drawn on its canvas."""

import math
import re
from xml.etree.ElementTree import Element, SubElement

from viz.layout.room import LEADING, room_of
from viz.palette import PAPER
from viz.picture import Line, Mark

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold."""

HEAD = 9.0
"""Length of the head of an arrow, in pixels."""


def text(words: str) -> str:
    """The words without signs that XML cannot hold."""
    return ILLEGAL.sub("", words)


def number(value: float) -> str:
    """A number with at most one digit behind the point."""
    return f"{round(value, 1):g}" if abs(value) < 1e5 else str(round(value))  # noqa: PLR2004


def put(parent: Element, tag: str, words: str = "", /, **attributes: str | float) -> Element:
    """A new element in another, with its words; an underscore in the name of an attribute stands for a hyphen."""
    named = {
        name.rstrip("_").replace("_", "-"): text(value) if isinstance(value, str) else number(value)
        for name, value in attributes.items()
    }
    element = SubElement(parent, tag, named)
    if words:
        element.text = text(words)
    return element


def put_mark(parent: Element, mark: Mark, *, strong: bool = False) -> None:
    """A mark with its words and its tip; a strong one has a thicker border."""
    group = put(parent, "g")
    if mark.tip:
        put(group, "title", mark.tip)
    if mark.shape != "text":
        paint: dict[str, str | float] = {"fill": mark.fill, "stroke": mark.border, "stroke_width": 3 if strong else 1.5}
        if mark.dashed:
            paint["stroke_dasharray"] = "5 4"
        _outline(group, mark, paint)
    _label(group, mark)


def put_line(parent: Element, line: Line, start: Mark, end: Mark, *, straight: bool) -> None:
    """A line between two marks, with its tip; it bends where it runs from column to column."""
    points = _straight(start, end) if straight else _bent(start, end)
    head = " ".join((number(points[0][0]), number(points[0][1])))
    curve = "C" if len(points) > 2 else "L"  # noqa: PLR2004
    rest = " ".join(f"{number(x)} {number(y)}" for x, y in points[1:])
    path = put(parent, "path", d=f"M{head}{curve}{rest}", fill="none", stroke=line.colour, stroke_width=line.width)
    if line.opacity < 1:
        path.set("stroke-opacity", number(line.opacity))
    if line.dashed:
        path.set("stroke-dasharray", "5 4")
    if line.tip:
        put(path, "title", line.tip)
    if line.arrow:
        _arrow(parent, line, points[-2], points[-1])


def _outline(group: Element, mark: Mark, paint: dict[str, str | float]) -> None:
    x, y, size = mark.x, mark.y, mark.size
    if mark.shape == "dot":
        put(group, "circle", cx=x, cy=y, r=size, **paint)
    elif mark.shape == "diamond":
        put(group, "path", d=f"M{x} {y - size}L{x + size} {y}L{x} {y + size}L{x - size} {y}Z", **paint)
    else:
        room = room_of(mark)
        left, top = x - room.half, y - room.above
        put(group, "rect", x=left, y=top, width=2 * room.half, height=2 * room.above, rx=4, **paint)


def _label(group: Element, mark: Mark) -> None:
    """The words of a mark, line by line; those outside a box have a halo, so that lines beneath do not touch them."""
    lines = mark.label.split("\n")
    below = mark.shape in {"dot", "diamond"}
    first = (
        mark.y + mark.size + mark.font * 1.15 if below else mark.y + mark.font * (0.36 - LEADING * (len(lines) - 1) / 2)
    )
    for count, words in enumerate(lines):
        line = put(group, "text", words, x=mark.x, y=first + count * LEADING * mark.font, font_size=mark.font)
        line.set("fill", mark.ink)
        line.set("text-anchor", "middle")
        if below:
            for name, value in (("stroke", PAPER), ("stroke-width", "4"), ("paint-order", "stroke")):
                line.set(name, value)


def _straight(start: Mark, end: Mark) -> list[tuple[float, float]]:
    """From border to border."""
    return [_border(start, end), _border(end, start)]


def _bent(start: Mark, end: Mark) -> list[tuple[float, float]]:
    """From the side of one mark to the facing side of the other, level at both ends; straight within one column."""
    one, other = room_of(start).half, room_of(end).half
    if abs(start.x - end.x) <= one + other:
        return _straight(start, end)
    way = 1 if end.x > start.x else -1
    reach, space = (start.size if start.shape != "box" else one), (end.size if end.shape != "box" else other)
    x1, x2 = start.x + way * reach, end.x - way * space
    middle = (x1 + x2) / 2
    return [(x1, start.y), (middle, start.y), (middle, end.y), (x2, end.y)]


def _border(mark: Mark, other: Mark) -> tuple[float, float]:
    """Where the line to another mark leaves the border of one."""
    across, down = other.x - mark.x, other.y - mark.y
    if not across and not down:
        return mark.x, mark.y
    if mark.shape == "dot":
        share = mark.size / math.hypot(across, down)
    elif mark.shape == "diamond":
        share = mark.size / (abs(across) + abs(down))
    else:
        room = room_of(mark)
        share = 1 / max(abs(across) / room.half, abs(down) / room.above)
    return mark.x + across * min(share, 1), mark.y + down * min(share, 1)


def _arrow(parent: Element, line: Line, before: tuple[float, float], tip: tuple[float, float]) -> None:
    """The head of an arrow that comes from a point and ends in another."""
    angle = math.atan2(tip[1] - before[1], tip[0] - before[0])
    long = HEAD + line.width
    corners = [
        (tip[0] - long * math.cos(angle + turn), tip[1] - long * math.sin(angle + turn)) for turn in (0.42, -0.42)
    ]
    points = "L".join(f"{number(x)} {number(y)}" for x, y in (tip, *corners))
    put(parent, "path", d=f"M{points}Z", fill=line.colour)
