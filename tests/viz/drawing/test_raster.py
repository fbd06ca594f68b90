"""Pictures as PNG."""

import struct
import zlib
from pathlib import Path

import pytest

from graph.errors import UsageError
from tests.missing import missing
from viz.drawing.raster import to_png
from viz.drawing.svg import size_of, to_svg
from viz.picture import Mark, Picture

SMALL = Picture("题", "", "", (Mark("a", "福荣村", "box", 0, 0, "#cfe0ee", "#4e79a7", size=60),))


def png(picture: Picture) -> bytes:
    """The image; where the machine has no Chinese font the test is skipped, or under `CI` fails."""
    try:
        return to_png(picture)
    except UsageError as error:
        missing(str(error))


def pixels(image: bytes) -> bytes:
    """The unpacked rows of the image."""
    found, at = b"", 8
    while at < len(image):
        length, kind = struct.unpack(">I4s", image[at : at + 8])
        if kind == b"IDAT":
            found += image[at + 8 : at + 8 + length]
        at += length + 12
    return zlib.decompress(found)


def test_an_image_is_twice_as_fine_as_the_svg_and_not_blank() -> None:
    image = png(SMALL)
    width, height = size_of(to_svg(SMALL))
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", image[16:24]) == pytest.approx((2 * width, 2 * height), abs=2)
    assert len(set(pixels(image))) > 50
    assert image == png(SMALL)


def test_a_wide_picture_is_made_to_fit() -> None:
    marks = tuple(Mark(f"{n}", f"{n}", "dot", n * 100, 0, "#fff", "#000", size=9) for n in range(300))
    assert max(struct.unpack(">II", png(Picture("题", "", "", marks))[16:24])) <= 8001


def test_without_a_chinese_font_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No font with Chinese characters"):
        to_png(SMALL, font_dirs=(str(tmp_path),))
