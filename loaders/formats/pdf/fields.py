"""Words that are typed onto a page: the fields of a form, and notes of free text. What they show becomes part of it;
where a note strikes words out (StrikeOut) is told.

What else lies on a page (links, seals, signatures, buttons) is none of its words.
"""

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium

_LONGEST = 8_192  # bytes of a value that is told
_NONE = 2  # bytes of a value that is empty
_MOST_STRUCK = 1_000
"""Stretches of a page that notes strike out; more are not looked at."""
_NO_WORDS = frozenset({"Btn", "Sig"})  # types of fields: buttons and boxes to tick, signatures


class TypedPage(NamedTuple):
    """A page with what its fields and notes show, behind its `own` objects; `values` are those that do not show,
    `struck` the boxes that notes strike out: left, bottom, right and top in points of the page.
    """

    page: pdfium.FPDF_PAGE
    own: int
    values: list[str]
    struck: list[tuple[float, float, float, float]]


def with_typed(document: pdfium.FPDF_DOCUMENT, index: int, page: pdfium.FPDF_PAGE) -> TypedPage:
    """A page that is open, with what is typed onto it; it takes the place of the one given."""
    own = pdfium.FPDFPage_CountObjects(page)
    values: list[str] = []
    struck: list[tuple[float, float, float, float]] = []
    typed = 0
    for number in reversed(range(pdfium.FPDFPage_GetAnnotCount(page))):
        annotation = pdfium.FPDFPage_GetAnnot(page, number)
        if not annotation:
            continue
        is_typed = _is_typed(annotation)
        if is_typed and not _shows(annotation):
            values += _value(annotation)
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_STRIKEOUT and len(struck) < _MOST_STRUCK:
            struck += _struck(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if is_typed:
            typed += 1
        else:
            pdfium.FPDFPage_RemoveAnnot(page, number)
    if typed and pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
        pdfium.FPDF_ClosePage(page)
        page = pdfium.FPDF_LoadPage(document, index)
    return TypedPage(page, own, values[::-1], struck)


def _is_typed(annotation: pdfium.FPDF_ANNOTATION) -> bool:
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if kind == pdfium.FPDF_ANNOT_WIDGET:
        return _text(annotation, b"FT") not in _NO_WORDS
    return bool(kind == pdfium.FPDF_ANNOT_FREETEXT)


def _shows(annotation: pdfium.FPDF_ANNOTATION) -> bool:
    return bool(pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > _NONE)


def _struck(annotation: pdfium.FPDF_ANNOTATION) -> Iterator[tuple[float, float, float, float]]:
    """The boxes that a note strikes out, a line each."""
    points = pdfium.FS_QUADPOINTSF()
    for index in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), _MOST_STRUCK)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, points):
            xs, ys = (points.x1, points.x2, points.x3, points.x4), (points.y1, points.y2, points.y3, points.y4)
            yield min(xs), min(ys), max(xs), max(ys)


def _value(annotation: pdfium.FPDF_ANNOTATION) -> Iterator[str]:
    for key in (b"V", b"Contents"):
        if words := _text(annotation, key).strip():
            yield words
            return


def _text(annotation: pdfium.FPDF_ANNOTATION, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not _NONE < length <= _LONGEST:
        return ""
    held = ctypes.create_string_buffer(length)
    pdfium.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(held, ctypes.POINTER(pdfium.FPDF_WCHAR)), length)
    return held.raw[: length - _NONE].decode("utf-16-le", "replace")
