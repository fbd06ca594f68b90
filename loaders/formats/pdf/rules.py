"""The ruled lines of a page: thin paths and edges of boxes, horizontal and vertical, put together where they touch."""

import ctypes
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from loaders.formats.pdf.runs import FAR, Frame

_THIN = 2.5  # points of the thickest line
_SHORTEST = 2.0  # points of the shortest line
_SNAP = 3.0  # points between lines that are one
_STEP, _STILL = 4.0, 0.3  # points from one dot of a dotted line to the next, and by which they lie beside it
_DOTS = 6  # dots of the shortest dotted line
_BOX = (4, 5)  # segments of a box
_DEEPEST = 40  # forms within forms; pdfium reads no words below
_MOST_SEGMENTS = 20_000
"""Segments of one path that are looked at: more make a picture."""

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line: it lies at `at` and reaches from `start` to `end` along the other axis."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Rules:
    """The lines of a page; `pictures` counts its images."""

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    pictures: int = 0


def read_rules(page: pdfium.FPDF_PAGE, frame: Frame, count: int) -> Rules:
    """The lines of a page, told by so many of its objects."""
    reader = _RuleReader(frame)
    for index in range(min(count, pdfium.FPDFPage_CountObjects(page))):
        reader.read(pdfium.FPDFPage_GetObject(page, index), None, 0)
    found = reader.found
    if not (found.across or found.down):
        for box in reader.fills:
            reader.edges(*box)
        found.down += _striped(reader.fills)
    found.across += _dotted([(y, x) for x, y in reader.dots])
    found.down += _dotted(reader.dots)
    return Rules(joined(found.across), joined(found.down), found.pictures)


class _RuleReader:
    """Goes over the objects of a page."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.found = Rules()
        self.fills: list[tuple[float, float, float, float]] = []
        self.dots: list[tuple[float, float]] = []

    def read(self, one: Any, matrix: Matrix | None, depth: int) -> None:  # noqa: ANN401 - a pointer
        """Take the lines of an object; `matrix` is that of the form in which it stands."""
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(one, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self._image(one, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            own = _matrix_of(one)
            inner = _times(own, matrix) if matrix else own
            for index in range(pdfium.FPDFFormObj_CountObjects(one)):
                self.read(pdfium.FPDFFormObj_GetObject(one, index), inner, depth + 1)

    def edges(self, left: float, top: float, right: float, bottom: float) -> None:
        """The four edges of a box."""
        if not -FAR < left + top + right + bottom < FAR:
            return
        self.found.across += [Rule(top, left, right), Rule(bottom, left, right)]
        self.found.down += [Rule(left, top, bottom), Rule(right, top, bottom)]

    def _path(self, one: Any, matrix: Matrix | None) -> None:  # noqa: ANN401 - a pointer
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(one, fill, stroke)
        if not (fill.value or stroke.value):
            return
        box = self._bounds(one, matrix)
        across, down = box[2] - box[0], box[3] - box[1]
        segments = pdfium.FPDFPath_CountSegments(one)
        if min(across, down) <= _THIN:
            self._thin(*box)
        elif segments in _BOX and _is_box(one, segments):
            if stroke.value:
                self.edges(*box)
            else:
                self.fills.append(box)
        elif segments <= _MOST_SEGMENTS:
            self._segments(one, segments, matrix, stroked=bool(stroke.value))

    def _thin(self, left: float, top: float, right: float, bottom: float) -> None:
        across, down = right - left, bottom - top
        if not -FAR < left + top + right + bottom < FAR:
            return
        if max(across, down) < _SHORTEST:
            self.dots.append(((left + right) / 2, (top + bottom) / 2))
        elif across >= down:
            self.found.across.append(Rule((top + bottom) / 2, left, right))
        else:
            self.found.down.append(Rule((left + right) / 2, top, bottom))

    def _segments(self, one: Any, count: int, matrix: Matrix | None, *, stroked: bool) -> None:  # noqa: ANN401
        """The straight pieces of a path: where it is only filled, the thin boxes that its parts make."""
        own = _matrix_of(one)
        whole = _times(own, matrix) if matrix else own
        for part in _parts(one, count, whole):
            xs, ys = [x for x, _ in part], [y for _, y in part]
            box = self.frame.box(min(xs), min(ys), max(xs), max(ys))
            if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
                self._thin(*box)
            elif stroked:
                for (x0, y0), (x1, y1) in itertools.pairwise(part):
                    piece = self.frame.box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
                    if min(piece[2] - piece[0], piece[3] - piece[1]) <= _THIN:
                        self._thin(*piece)
            elif len(part) in _BOX:
                self.fills.append(box)

    def _image(self, one: Any, matrix: Matrix | None) -> None:  # noqa: ANN401 - a pointer
        box = self._bounds(one, matrix)
        across, down = box[2] - box[0], box[3] - box[1]
        if min(across, down) <= _THIN:
            self._thin(*box)
            return
        self.found.pictures += 1

    def _bounds(self, one: Any, matrix: Matrix | None) -> tuple[float, float, float, float]:  # noqa: ANN401
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        pdfium.FPDFPageObj_GetBounds(one, left, bottom, right, top)
        if matrix is None:
            return self.frame.box(left.value, bottom.value, right.value, top.value)
        corners = [_at(matrix, x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return self.frame.box(min(xs), min(ys), max(xs), max(ys))


def _parts(one: Any, count: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:  # noqa: ANN401 - a pointer
    """The points of each part of a path, the first once more where it is closed; curves end a part."""
    part: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(one, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind != pdfium.FPDF_SEGMENT_LINETO:
            if len(part) > 1:
                yield part
            part = []
        part.append(_at(matrix, x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            part.append(part[0])
    if len(part) > 1:
        yield part


def _is_box(one: Any, segments: int) -> bool:  # noqa: ANN401 - a pointer
    """Whether a path of so many segments is straight, corner after corner."""
    points = next(_parts(one, segments, (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)), [])
    if len(points) < min(_BOX):
        return False
    return all(abs(x1 - x0) < _THIN or abs(y1 - y0) < _THIN for (x0, y0), (x1, y1) in itertools.pairwise(points))


def _matrix_of(one: Any) -> Matrix:  # noqa: ANN401 - a pointer
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(one, found):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does what the first does, then the second."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _striped(fills: Sequence[tuple[float, float, float, float]]) -> Iterator[Rule]:
    """The lines down a table of which every other row is shaded cell by cell: through the rows between, too."""
    rows: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for left, top, right, bottom in fills:
        rows.setdefault((round(top), round(bottom)), []).append((round(left), round(right)))
    alike: dict[tuple[tuple[int, int], ...], list[tuple[int, int]]] = {}
    for row, cells in rows.items():
        alike.setdefault(tuple(sorted(cells)), []).append(row)
    for shape, bands in alike.items():
        if len(shape) > 1 and len(bands) > 1:
            first, last = min(top for top, _ in bands), max(bottom for _, bottom in bands)
            yield from (Rule(at, first, last) for at in sorted({edge for cell in shape for edge in cell}))


def _dotted(dots: Sequence[tuple[float, float]]) -> Iterator[Rule]:
    """Lines made of dots one by one, each dot its place across and its place along the line."""
    for group in _near(sorted(dots), lambda before, dot: dot[0] - before[0] <= _STILL):
        along = sorted((dot[1], dot[0]) for dot in group)
        for line in _near(along, lambda before, dot: dot[0] - before[0] <= _STEP):
            if len(line) >= _DOTS:
                yield Rule(line[0][1], line[0][0], line[-1][0])


def _near(
    dots: Sequence[tuple[float, float]], follows: Callable[[tuple[float, float], tuple[float, float]], bool]
) -> Iterator[list[tuple[float, float]]]:
    """Dots of which each follows the one before it."""
    group: list[tuple[float, float]] = []
    for dot in dots:
        if group and not follows(group[-1], dot):
            yield group
            group = []
        group.append(dot)
    if group:
        yield group


def joined(rules: Sequence[Rule]) -> list[Rule]:
    """Lines at one place put together where they touch."""
    found: list[Rule] = []
    for group in _snapped(sorted(rules, key=lambda rule: rule.at)):
        at = sum(rule.at for rule in group) / len(group)
        start = end = None
        for rule in sorted(group, key=lambda rule: rule.start):
            if start is None or end is None or rule.start > end + _SNAP:
                if start is not None and end is not None:
                    found.append(Rule(at, start, end))
                start, end = rule.start, rule.end
            else:
                end = max(end, rule.end)
        if start is not None and end is not None:
            found.append(Rule(at, start, end))
    return found


def _snapped(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Lines that lie at one place."""
    group: list[Rule] = []
    for rule in rules:
        if group and rule.at - group[0].at > _SNAP:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group
