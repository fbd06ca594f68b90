"""Web pages: decoded, parsed by Lexbor, cut to the part that holds the paper, laid out as paragraphs and tables."""

from typing import Any

from graph.errors import FileRefusedError
from loaders.formats.content import Content
from loaders.formats.grids.furniture import without_page_lines
from loaders.formats.grids.layout import Layout
from loaders.formats.html import parsing
from loaders.formats.html.article import find_article
from loaders.formats.html.decoding import decode_page
from loaders.formats.html.harmless import is_harmless
from loaders.formats.html.tree import build_tree
from loaders.formats.html.walk import PageWalk
from loaders.limited.call import call_limited


def read_html(data: bytes) -> Content:
    """The characters and blocks of a page. Raises FileRefusedError with the reason for what cannot be read."""
    page = _parsed(decode_page(data))
    root = build_tree(page["steps"])
    article = find_article(root, page["titles"])
    walk = PageWalk(article.without)
    layout = Layout()
    layout.add(without_page_lines([one for part in article.parts for one in walk.content(part)]))
    content = layout.content()
    if not content.blocks:
        pictures = any(one.tag == "img" for one in root.elements())
        raise FileRefusedError("file.only_pictures" if pictures else "file.no_words")
    return content


def _parsed(characters: str) -> Any:  # noqa: ANN401 - JSON
    """The steps through a page, by a worker process where it could take long."""
    if is_harmless(characters):
        return parsing.parse_page(characters)
    return call_limited(parsing.__name__, parsing.parse_bytes.__name__, characters.encode("utf-8", "surrogatepass"))
