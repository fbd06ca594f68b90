"""PDF files: the words and ruled lines of each page as paragraphs and tables, by pypdfium2 in a process of its own, and
cell code of our own.

Running heads and numbers of pages are not read; words struck out are told as unread. What a picture shows is not read.
"""

from collections.abc import Iterator, Sequence

from graph.errors import FileRefusedError
from loaders.formats.content import Content
from loaders.formats.grids.layout import Layout
from loaders.formats.grids.model import RawContent
from loaders.formats.pdf.furniture import without_furniture
from loaders.formats.pdf.pages import Grid, Line, Page, page_of
from loaders.formats.pdf.paragraphs import Edges, edges_of, paragraphs_of
from loaders.formats.pdf.tables import OpenTable, go_on, open_table
from loaders.limited.call import call_limited

_UNKNOWN = 10
"""One character in so many that a font gives no meaning for is too many."""


def read_pdf(data: bytes) -> Content:
    """The characters and blocks of a PDF. Raises FileRefusedError with the reason for what cannot be read."""
    pages = [page_of(told) for told in call_limited("loaders.formats.pdf.walk", "walk", data)]
    seen, unknown = sum(page.seen for page in pages), sum(page.unknown for page in pages)
    if unknown * _UNKNOWN > seen + unknown:
        raise FileRefusedError("file.no_meaning")
    layout = Layout()
    layout.add(list(_content(pages)))
    content = layout.content()
    if not content.blocks:
        raise FileRefusedError("file.only_pictures" if any(page.pictures for page in pages) else "file.no_words")
    return content


def _content(pages: Sequence[Page]) -> Iterator[RawContent]:
    """The paragraphs and tables of all pages in order of reading."""
    lines = without_furniture(pages)
    edges = _edges(pages, lines)
    prose: list[tuple[Line, Edges]] = []
    table: OpenTable | None = None
    last_page = tables = 0
    for page, own in zip(pages, lines, strict=True):
        for one in _in_order(own, page.grids):
            if isinstance(one, Line):
                if table is not None:
                    tables += 1
                    yield table.raw(tables)
                    table = None
                prose.append((one, edges[page.size.width, page.size.height]))
                continue
            if table is not None and last_page < page.size.number and go_on(table, one, page.size.number):
                last_page = page.size.number
                continue
            if table is not None:
                tables += 1
                yield table.raw(tables)
            yield from paragraphs_of(prose)
            prose = []
            table, last_page = open_table(one, page.size.number), page.size.number
    if table is not None:
        yield table.raw(tables + 1)
    yield from paragraphs_of(prose)


def _in_order(lines: Sequence[Line], grids: Sequence[Grid]) -> list[Line | Grid]:
    """The lines and grids of a page from top to bottom."""
    found: list[tuple[float, Line | Grid]] = [(line.base, line) for line in lines]
    found += [(grid.ys[0], grid) for grid in grids]
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _edges(pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> dict[tuple[float, float], Edges]:
    """The edges of the text on pages of each size."""
    by_size: dict[tuple[float, float], list[Line]] = {}
    for page, own in zip(pages, lines, strict=True):
        by_size.setdefault((page.size.width, page.size.height), []).extend(own)
    return {size: edges_of(own, size[0]) for size, own in by_size.items()}
