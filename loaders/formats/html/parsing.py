"""A page → the tags and words of its tree, in order, by Lexbor.

What a page does not show is left out here: scripts, styles, comments, forms. This module imports little, so that a
worker process starts fast.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

_UNSEEN_TAGS = (
    "script style noscript template iframe frame object embed applet select option button textarea input svg canvas "
    "audio video map datalist comment noframes noembed marquee head rt rp math"
)
UNSEEN = frozenset(_UNSEEN_TAGS.split())
"""Tags of what is no text, or is shown beside it."""
_KEPT = frozenset(
    {
        "id",
        "class",
        "style",
        "href",
        "colspan",
        "rowspan",
        "start",
        "value",
        "type",
        "reversed",
        "hidden",
        "align",
        "role",
    }
)
"""Attributes that tell something of the text."""
_TITLES = ("title", 'meta[name="ArticleTitle" i]', 'meta[property="og:title"]')
_LONGEST = 300
"""Characters of an attribute that are kept."""
END = 0
"""Stands for the end of an element."""

Step = Any
"""A word (str), the beginning of an element (its tag and attributes), or END."""


def parse_bytes(data: bytes) -> dict[str, list[Step]]:
    """The same for characters in UTF-8, for a worker process."""
    return parse_page(data.decode("utf-8", "surrogatepass"))


def parse_page(characters: str) -> dict[str, list[Step]]:
    """The `titles` that a page gives itself, and the `steps` through its body."""
    parser = LexborHTMLParser(characters)
    titles = []
    for one in _TITLES:
        node = parser.css_first(one)
        if node is not None:
            titles.append((node.text() or node.attributes.get("content") or "")[:_LONGEST])
    return {"titles": titles, "steps": list(_steps(parser.root))}


def _steps(root: Any) -> Iterator[Step]:  # noqa: ANN401 - nodes of Lexbor have no type of their own
    """The steps through a tree, without walking back up by calls within calls."""
    node, above = root, []
    while node is not None:
        tag = node.tag
        if tag == "-text":
            yield node.text_content
        elif tag not in UNSEEN and tag[0] not in "-!_":
            attributes = node.attributes
            yield [tag, _kept(attributes) if attributes else {}]
            below = node.child
            if below is not None:
                above.append(node)
                node = below
                continue
            yield END
        while (following := node.next if above else None) is None and above:
            node = above.pop()
            yield END
        node = following


def _kept(attributes: Mapping[str, str | None]) -> dict[str, str]:
    """The attributes that tell something of the text."""
    return {name: (value or "")[:_LONGEST] for name, value in attributes.items() if name in _KEPT}
