"""What a reader found, without the lines of a web page around a paper: one that was saved, or printed to a PDF."""

from collections.abc import Sequence

from graph.words.fold import Folded, compact
from loaders.files.furniture import page_furniture
from loaders.formats.grids.model import RawContent, RawParagraph


def without_page_lines(found: Sequence[RawContent]) -> list[RawContent]:
    """The paragraphs and tables but for lines of the page."""
    lines = [compact(one.lines[0]) if isinstance(one, RawParagraph) and one.lines else Folded("") for one in found]
    furniture = page_furniture(lines)
    return [one for at, one in enumerate(found) if at not in furniture]
