"""The box of the first character of a PDF, measured in a process of its own: fonts are those of a process."""

import ctypes

import pypdfium2.raw as pdfium

from loaders.formats.pdf.fonts import use_box_font


def first_box(data: bytes) -> list[float]:
    """The width and height of the outline of the first character, in points."""
    pdfium.FPDF_InitLibrary()
    use_box_font()
    held = ctypes.create_string_buffer(data, len(data))
    document = pdfium.FPDF_LoadMemDocument64(held, len(data), None)
    text = pdfium.FPDFText_LoadPage(pdfium.FPDF_LoadPage(document, 0))
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, 0, left, right, bottom, top)
    return [right.value - left.value, top.value - bottom.value]
