"""A picture as SVG: the bare figure for a page, and the whole with title and legend as a file of its own.

No script, sharp in print, readable by a screen reader; the same bytes on every run. A picture above `LIMIT` marks is
drawn folded, one tile a part, and says so.
"""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, fromstring, indent, tostring

from viz.drawing.shapes import number, put, put_line, put_mark, text
from viz.layout.folding import fold
from viz.layout.layout import text_width
from viz.layout.room import room_of
from viz.palette import EDGE, FONT, INK, PAPER
from viz.picture import LegendKey, Picture

MARGIN = 16.0
PAGE = 28.0
"""Margin of a file in pixels."""

TOP = 92.0
"""Height of the title and the line beneath it."""

WIDE = 1600.0
"""Width to which a folded picture is scaled, in pixels."""

LEAST = 640.0
KEYS = 26.0
"""Height of a row of the legend."""

NOTES = 22.0
"""Height of a line of the notes."""

SAMPLE = 40.0
"""Width of the sample of a key, with what parts it from its words."""


def figure(picture: Picture, links: Mapping[str, str] | None = None, own: str = "") -> Element | None:
    """The `<svg>` of the marks and lines alone, in pixels; None for a picture without marks. `links` tells where
    marks lead, by id; the mark `own` has a strong border.
    """
    if not picture.marks:
        return None
    marks = {mark.id: mark for mark in picture.marks}
    rooms = [(mark, room_of(mark)) for mark in picture.marks]
    left = min(mark.x - room.half for mark, room in rooms) - MARGIN
    top = min(mark.y - room.above for mark, room in rooms) - MARGIN
    width = max(mark.x + room.half for mark, room in rooms) + MARGIN - left
    height = max(mark.y + room.below for mark, room in rooms) + MARGIN - top
    frame = " ".join(map(number, (left, top, width, height)))
    svg = Element("svg", {"width": number(width), "height": number(height), "viewBox": frame, "font-family": FONT})
    for line in picture.lines:
        put_line(svg, line, marks[line.start], marks[line.end], straight=picture.straight)
    for mark in picture.marks:
        goal = (links or {}).get(mark.id, "")
        put_mark(put(svg, "a", href=goal) if goal else svg, mark, strong=mark.id == own)
    return svg


def shown(picture: Picture) -> Picture:
    """What is drawn of a picture at first: itself, or its tiles where it is folded."""
    folded = fold(picture)
    return folded.closed if folded else picture


def to_svg(picture: Picture) -> str:
    """The whole picture as an SVG document: title, figure, legend, notes to draw; folded above `LIMIT` marks."""
    drawn = shown(picture)
    inner = figure(drawn)
    wide, high = (float(inner.get(side, "0")) for side in ("width", "height")) if inner is not None else (LEAST, 80.0)
    scale = min(1.0, WIDE / wide) if drawn is not picture else 1.0
    told = [words for note in drawn.notes if note.drawn for words in note.sentences]
    words = (text_width(picture.title, 24), *(text_width(one, 14) for one in (drawn.subtitle, *told)))
    width = max(wide * scale, LEAST, *words) + 2 * PAGE
    svg = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "font-family": FONT})
    put(svg, "title", picture.title)
    put(svg, "desc", drawn.subtitle)
    put(svg, "rect", width="100%", height="100%", fill=PAPER)
    put(svg, "text", picture.title, x=PAGE, y=44, font_size=24, font_weight="600", fill=INK)
    put(svg, "text", drawn.subtitle, x=PAGE, y=70, font_size=14, fill=EDGE)
    if inner is None:
        put(svg, "text", picture.empty, x=PAGE, y=TOP + 40, font_size=16, fill=INK)
    else:
        inner.attrib.update(x=number((width - wide * scale) / 2), y=number(TOP))
        inner.attrib.update(width=number(wide * scale), height=number(high * scale))
        svg.append(inner)
    height = _notes(svg, told, _legend(svg, drawn.legend, TOP + high * scale + 12, width))
    svg.attrib.update(width=number(width), height=number(height), viewBox=f"0 0 {number(width)} {number(height)}")
    indent(svg, " ")
    return tostring(svg, encoding="unicode") + "\n"


def size_of(svg: str) -> tuple[float, float]:
    """Width and height in pixels that an SVG document states."""
    root = fromstring(svg)  # noqa: S314 - our own document
    return float(root.get("width", "0")), float(root.get("height", "0"))


def _legend(svg: Element, keys: tuple[LegendKey, ...], top: float, width: float) -> float:
    """The legend in rows below the figure; what comes back is the height of the whole."""
    x, y = PAGE, top
    for key in keys:
        long = SAMPLE + text_width(key.words, 14) + 24
        if x > PAGE and x + long > width - PAGE:
            x, y = PAGE, y + KEYS
        _key(svg, key, x, y)
        x += long
    return y + (KEYS if keys else 0) + PAGE


def _notes(svg: Element, told: Sequence[str], height: float) -> float:
    """The notes line by line at the foot of a document of this height; what comes back is the height of the whole."""
    for line, words in enumerate(told):
        put(svg, "text", words, x=PAGE, y=height - 8 + line * NOTES, font_size=14, fill=EDGE)
    return height + len(told) * NOTES


def _key(svg: Element, key: LegendKey, x: float, y: float) -> None:
    sample = sample_of(key)
    sample.attrib.update(x=number(x), y=number(y))
    svg.append(sample)
    put(svg, "text", key.words, x=x + SAMPLE, y=y + 14, font_size=14, fill=INK)


def sample_of(key: LegendKey) -> Element:
    """The sample of a key of a legend, 30 by 18 pixels."""
    svg = Element("svg", {"width": "30", "height": "18", "viewBox": "0 0 30 18"})
    paint: dict[str, str | float] = {"fill": key.colour, "stroke": EDGE}
    if key.dashed:
        paint["stroke_dasharray"] = "4 3"
    if key.shape == "dot":
        put(svg, "circle", cx=15, cy=9, r=7, **paint)
    elif key.shape == "diamond":
        put(svg, "path", d="M15 1L23 9L15 17L7 9Z", **paint)
    elif key.shape == "box":
        put(svg, "rect", x=3, y=2, width=24, height=14, rx=3, **paint)
    else:
        put(svg, "path", d="M2 9L28 9", **{**paint, "stroke": key.colour, "stroke_width": 3})
    return svg


def markup(element: Element, label: str = "") -> str:
    """An element as text for a page: named for screen readers, or, without a label, hidden from them."""
    element.attrib.update({"role": "group", "aria-label": text(label)} if label else {"aria-hidden": "true"})
    return tostring(element, encoding="unicode")
