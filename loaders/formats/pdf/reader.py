"""PDF files: the words and ruled lines of each page as paragraphs and tables, by pypdfium2 in a process of its own, and
cell code of our own.

Running heads and numbers of pages are not read, nor menus and feet of a web page that was printed. Words struck out,
turned or off the page are told as unread, and pages that are lost or hold only pictures: what those show is not read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.errors import FileRefusedError
from loaders.formats.content import Content
from loaders.formats.grids.furniture import without_page_lines
from loaders.formats.grids.layout import Layout
from loaders.formats.grids.model import RawAside, RawContent, RawParagraph
from loaders.formats.pdf.asides import asides_of
from loaders.formats.pdf.furniture import without_furniture
from loaders.formats.pdf.order import edges_by_place, items_of, place_of
from loaders.formats.pdf.pages import PageGrid, PageLine, PdfPage, page_of
from loaders.formats.pdf.paragraphs import Edged, paragraphs_of
from loaders.formats.pdf.tables import OpenTable, go_on, open_table
from loaders.limited.call import call_limited
from loaders.text import Size

_UNKNOWN = 10
"""One character in so many that a font gives no meaning for is too many."""


def read_pdf(data: bytes) -> Content:
    """The characters and blocks of a PDF. Raises FileRefusedError with the reason for what cannot be read."""
    pages = [page_of(told) for told in call_limited("loaders.formats.pdf.walk", "walk", data)]
    seen, unknown = sum(page.seen for page in pages), sum(page.unknown for page in pages)
    if unknown * _UNKNOWN > seen + unknown:
        raise FileRefusedError("file.no_meaning")
    layout = Layout()
    own = without_furniture(pages)
    layout.add([RawParagraph((), tuple(asides_of(page, lines))) for page, lines in zip(pages, own, strict=True)])
    layout.add(without_page_lines(list(_content(pages, own))))
    content = layout.content()
    if not content.blocks:
        raise FileRefusedError("file.only_pictures" if any(page.pictures for page in pages) else "file.no_words")
    return replace(content, page_sizes=_sizes(pages))


def _sizes(pages: Sequence[PdfPage]) -> tuple[Size, ...]:
    """The size of each page of the file, also between those that were opened."""
    opened = {page.size.number: page.size.as_shown for page in pages}
    return tuple(opened.get(number, (0.0, 0.0)) for number in range(1, max(opened) + 1))


def _content(pages: Sequence[PdfPage], own: Sequence[Sequence[PageLine]]) -> Iterator[RawContent]:
    """The paragraphs and tables of all pages in order of reading."""
    shown = [items_of(page, lines) for page, lines in zip(pages, own, strict=True)]
    edges = edges_by_place(shown)
    prose: list[Edged] = []
    table: OpenTable | None = None
    last_page = tables = 0
    for items in shown:
        for item in items:
            if not isinstance(item, PageGrid) and table is not None:
                tables += 1
                yield table.raw(tables)
                table = None
            if isinstance(item, RawAside):
                yield RawParagraph((), (item,))
            elif isinstance(item, tuple):
                prose.append(Edged(item[0], edges[place_of(item)]))
            else:
                if table is not None and last_page < item.page and go_on(table, item):
                    last_page = item.page
                    continue
                if table is not None:
                    tables += 1
                    yield table.raw(tables)
                yield from paragraphs_of(prose)
                prose = []
                table, last_page = open_table(item), item.page
    if table is not None:
        yield table.raw(tables + 1)
    yield from paragraphs_of(prose)
