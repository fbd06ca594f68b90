"""The font of boxes that stands for fonts which a PDF does not hold.

`python -m tests.loaders.formats.pdf.box_font` writes it anew.
"""

from io import BytesIO
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

import loaders.formats.pdf

WRITTEN = Path(loaders.formats.pdf.__file__).with_name("box_font.ttf")
_EM, _ASCENT, _DESCENT = 1000, 880, -120  # of Songti and its kind
_SIDE = 20
_WIDTHS = {".notdef": _EM, "wide": _EM, "half": _EM // 2}
_HALF = range(0x20, 0x7F)
_WIDE = (range(0xA0, 0xD800), range(0xE000, 0xFFFE), range(0x20000, 0x30000))
_MANY_TO_ONE = 13  # the format of a cmap in which a stretch of characters has one glyph


def box_font() -> bytes:
    """A TrueType font in which each character is a box: half an em wide in ASCII, else an em."""
    builder = FontBuilder(_EM, isTTF=True)
    builder.setupGlyphOrder(list(_WIDTHS))
    builder.setupCharacterMap({ord("一"): "wide"})
    builder.setupGlyf({name: _box(width) for name, width in _WIDTHS.items()})
    builder.setupHorizontalMetrics({name: (width, _SIDE) for name, width in _WIDTHS.items()})
    builder.setupHorizontalHeader(ascent=_ASCENT, descent=_DESCENT)
    builder.setupNameTable({"familyName": "Plangraph Boxes", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=_ASCENT, sTypoDescender=_DESCENT, usWinAscent=_ASCENT, usWinDescent=-_DESCENT)
    builder.setupPost()
    characters = CmapSubtable.newSubtable(_MANY_TO_ONE)
    characters.platformID, characters.platEncID, characters.format = 3, 10, _MANY_TO_ONE
    characters.reserved = characters.length = characters.language = 0
    characters.cmap = dict.fromkeys(_HALF, "half") | {one: "wide" for stretch in _WIDE for one in stretch}
    builder.font["cmap"].tables = [characters]
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    written = BytesIO()
    builder.font.save(written)
    return written.getvalue()


def _box(width: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((_SIDE, _DESCENT))
    for corner in ((_SIDE, _ASCENT), (width - _SIDE, _ASCENT), (width - _SIDE, _DESCENT)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


if __name__ == "__main__":
    WRITTEN.write_bytes(box_font())
