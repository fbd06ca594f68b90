"""Fonts that a PDF names but does not hold: one font of boxes stands for all of them, on every machine.

By default pdfium looks for them among the fonts of the machine. Where it finds none with 汉字 it loses characters at
ends of cells, so that one file would be read in two ways. Where words stand is told by the widths in the file.
"""

import ctypes
import struct
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Callable

_FONT = Path(__file__).with_name("box_font.ttf")
_NAME = b"Plangraph Boxes\0"
_WITHIN_PDFIUM = frozenset({pdfium.FXFONT_ANSI_CHARSET, pdfium.FXFONT_SYMBOL_CHARSET})
"""Fonts of these sets of characters are replaced by such as pdfium holds itself."""
_HANDLE = 1
"""Of the one font; any number but 0."""


def use_box_font() -> None:
    """Let pdfium, which is initialized, take the font of boxes for each font that a file does not hold."""
    pdfium.FPDF_SetSystemFontInfo(_font_info())


@cache
def _font_info() -> Any:  # noqa: ANN401 - a structure of pdfium
    """What pdfium asks for fonts, kept as long as the process lives."""
    answers: dict[str, Callable[..., int | None]] = {
        "Release": lambda _info: None,
        "EnumFonts": lambda _info, _mapper: None,
        "MapFont": lambda _info, _weight, _italic, charset, *_: 0 if charset in _WITHIN_PDFIUM else _HANDLE,
        "GetFont": lambda _info, _face: 0,
        "GetFontData": lambda _info, _font, table, buffer, size: _give(_table(table), buffer, size),
        "GetFaceName": lambda _info, _font, buffer, size: _give(_NAME, buffer, size),
        "GetFontCharset": lambda _info, _font: pdfium.FXFONT_GB2312_CHARSET,
        "DeleteFont": lambda _info, _font: None,
    }
    info = pdfium.FPDF_SYSFONTINFO(version=1)
    kinds = dict(pdfium.FPDF_SYSFONTINFO._fields_)
    for name, answer in answers.items():
        setattr(info, name, kinds[name](answer))
    return info


def _give(held: bytes, buffer: Any, size: int) -> int:  # noqa: ANN401 - a pointer
    """Write what fits whole into a buffer of a size. Returns how many bytes there are."""
    if buffer and size >= len(held):
        ctypes.memmove(buffer, held, len(held))
    return len(held)


@cache
def _table(tag: int) -> bytes:
    """A table of the font by its tag as a number; the whole file for 0, nothing for one that it lacks."""
    font = _FONT.read_bytes()
    if not tag:
        return font
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        name, _, start, length = struct.unpack_from(">4I", font, 12 + 16 * number)
        if name == tag:
            return font[start : start + length]
    return b""
