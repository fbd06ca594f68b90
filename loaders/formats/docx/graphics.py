"""What a drawing shows that no reader reads: a picture, a chart, a diagram; each is told at its place.

Lines, frames and seals drawn of lines show no words and are told of by nobody.
"""

from collections.abc import Iterator

from lxml import etree

from loaders.formats.docx import names as n
from loaders.formats.grids.model import RawAside

_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
_REASONS = {
    f"{{{_DRAWN}}}chart": "unread.chart",
    f"{{{_DRAWN}/chart}}chart": "unread.chart",
    f"{{{_DRAWN}/diagram}}relIds": "unread.diagram",
    f"{{{_DRAWN}/main}}blip": "unread.picture",
    "{urn:schemas-microsoft-com:vml}imagedata": "unread.picture",
}
_PROPERTIES = f"{{{_DRAWN}/wordprocessingDrawing}}docPr"


def graphic_in(drawing: etree._Element) -> RawAside | None:
    """What a drawing shows beside the words of its text boxes, under its description or name; None for nothing."""
    reason = next((_REASONS[one.tag] for one in _outside_boxes(drawing) if one.tag in _REASONS), "")
    if not reason:
        return None
    properties = drawing.find(f".//{_PROPERTIES}")
    named = [properties.get("descr", ""), properties.get("name", "")] if properties is not None else []
    told = (" ".join(name.split()) for name in named)
    return RawAside(next((name for name in told if name), reason.removeprefix("unread.")), reason)


def _outside_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The elements in a drawing, but for those of text boxes, which are read as paragraphs."""
    for child in element:
        if child.tag != n.TEXT_BOX:
            yield child
            yield from _outside_boxes(child)
