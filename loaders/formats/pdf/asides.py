"""What a page keeps back: words that are no part of it, signs without meaning, and that no words were found on it."""

from collections.abc import Iterator, Sequence

from loaders.formats.grids.model import RawAside
from loaders.formats.pdf.pages import PageLine, PdfPage


def asides_of(page: PdfPage, lines: Sequence[PageLine]) -> Iterator[RawAside]:
    """What is told of a page as unread, `lines` being those of its paper outside tables."""
    number = page.size.number
    yield from page.asides
    if page.unknown:
        yield RawAside(f"第{number}页", "unread.no_meaning", number)
    elif not page.asides and not lines and not any(cell.lines for grid in page.grids for cell in grid.cells):
        if page.pictures:
            yield RawAside(f"第{number}页", "unread.picture_page", number)
        elif not page.seen:
            yield RawAside(f"第{number}页", "unread.empty_page", number)
