"""A picture as PNG: its SVG drawn by resvg with the fonts of this machine."""

import resvg_py

from graph.errors import UsageError
from viz.drawing.svg import size_of, to_svg
from viz.palette import FONT, PAPER
from viz.picture import Picture

SHARP = 2.0
"""Pixels of the image to a pixel of the picture."""

SIDE = 8000
"""The longest side of an image, in pixels."""

PROBE = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'>"
    f'<text y="30" font-size="30" font-family="{FONT}">{{}}</text></svg>'
)
"""One character in the fonts of the pictures: another font may stand first on a machine and have no 汉字."""


def to_png(picture: Picture, font_dirs: tuple[str, ...] = ()) -> bytes:
    """The picture as a PNG image, twice as fine as its SVG, the longest side at most `SIDE` pixels. With `font_dirs`
    the fonts of these folders are used instead of the machine's. Raises UsageError where no font has 汉字.
    """
    if not _has_hanzi(font_dirs):
        raise UsageError("picture.no_font")
    svg = to_svg(picture)
    zoom = min(SHARP, SIDE / max(size_of(svg)))
    return _draw(svg, font_dirs, zoom)


def _has_hanzi(font_dirs: tuple[str, ...]) -> bool:
    """Whether two characters come out unlike: without a font both are the same nothing or the same empty box."""
    return _draw(PROBE.format("村"), font_dirs) != _draw(PROBE.format("镇"), font_dirs)


def _draw(svg: str, font_dirs: tuple[str, ...], zoom: float = 1.0) -> bytes:
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            background=PAPER,
            zoom=zoom,
            font_dirs=list(font_dirs),
            skip_system_fonts=bool(font_dirs),
            font_family=FONT,
            languages=["zh-CN"],
        )
    )
