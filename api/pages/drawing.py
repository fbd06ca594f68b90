"""A picture of `viz` as shapes for an SVG within a page: no script, sharp in print, readable by a screen reader."""

from dataclasses import dataclass

from viz.picture import Key, Line, Mark, Picture

MARGIN = 16
LEADING = 1.35
BOX = 32
"""Height of a box with one line of words."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A mark with the corner and size of its box, and the lines of its words with their heights."""

    mark: Mark
    left: float
    top: float
    width: float
    height: float
    lines: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """A line with the path that it takes."""

    line: Line
    path: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture with its frame."""

    picture: Picture
    left: float
    top: float
    width: float
    height: float
    shapes: tuple[Shape, ...]
    curves: tuple[Curve, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        """The legend."""
        return self.picture.legend


def draw(picture: Picture) -> Drawing | None:
    """The shapes of a picture of boxes; None for one without marks."""
    if not picture.marks:
        return None
    shapes = tuple(map(_shape, picture.marks))
    by_id = {shape.mark.id: shape for shape in shapes}
    left = min(shape.left for shape in shapes) - MARGIN
    top = min(shape.top for shape in shapes) - MARGIN
    right = max(shape.left + shape.width for shape in shapes) + MARGIN
    bottom = max(shape.top + shape.height for shape in shapes) + MARGIN
    curves = tuple(Curve(line, _path(by_id[line.start], by_id[line.end])) for line in picture.lines)
    return Drawing(picture, left, top, right - left, bottom - top, shapes, curves)


def _shape(mark: Mark) -> Shape:
    words = mark.label.split("\n")
    height = BOX + (len(words) - 1) * mark.font * LEADING
    width = 2 * mark.size if mark.size else len(mark.label) * mark.font
    first = mark.y - (len(words) - 1) * mark.font * LEADING / 2 + mark.font * 0.36
    lines = tuple((round(first + number * mark.font * LEADING, 1), text) for number, text in enumerate(words))
    return Shape(mark, mark.x - width / 2, mark.y - height / 2, width, height, lines)


def _path(start: Shape, end: Shape) -> str:
    """From the right side of one box to the left side of the other, level at both ends."""
    x1, y1 = start.left + start.width, start.mark.y
    x2, y2 = end.left, end.mark.y
    middle = (x1 + x2) / 2
    return f"M{x1:g} {y1:g}C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}"
