"""Writes examples/mergers.ttl, the 14 mergers of the example table as RDF, and docs/images/merger.svg, a picture of
what it says of one: `python -m docs.merger_example` in the project's folder.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.term import Node

from graph.derive.build import build
from graph.exports.rdf import thing_text
from graph.exports.rdf.names import Names
from loaders.extract import extract

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "examples" / "mergers.txt"
EXAMPLE = ROOT / "examples" / "mergers.ttl"
PICTURE = ROOT / "docs" / "images" / "merger.svg"
SHOWN = "福荣村"
"""The place whose merger the picture shows."""

_WIDTH, _HEIGHT, _BOX = 1130, 390, 240
_COLOURS = {"place": "#f3e9f1", "change": "#fbf3d2", "passage": "#eef0f0", "file": "#e3e6e7"}
_STYLE = (
    "text{font:14px 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;fill:#22303a}.term{font-size:12px;fill:#56636d}"
)
_HEAD = (
    '<defs><marker id="a" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
    '<path d="M0 0L8 4L0 8z" fill="#56636d"/></marker></defs>'
)


@dataclass(frozen=True, slots=True)
class Box:
    """A thing in the picture: its left upper corner in pixels, its class and its words."""

    left: int
    top: int
    kind: str
    term: str
    words: str
    height: int = 62


def example() -> str:
    """The table as Turtle, without the digest of the readers, which changes with every version of the program."""
    known = build([replace(extract(TABLE), path=TABLE.name, read_by="")])
    return thing_text(known, "ttl")


def picture(turtle: str) -> str:
    """The merger that a place came of, as SVG: everything in it is looked up in the RDF."""
    graph, names = Graph().parse(data=turtle, format="turtle"), Names()

    def term(curie: str) -> URIRef:
        return URIRef(names.term(curie)[1:-1])

    def one(subject: Node, curie: str) -> Node:
        return min(graph.objects(subject, term(curie)), key=str)

    [after] = [
        place
        for place, name in graph.subject_objects(term("skos:prefLabel"))
        if str(name) == SHOWN and (place, term("org:resultedFrom"), None) in graph
    ]
    change = one(after, "org:resultedFrom")
    before = sorted(graph.objects(change, term("org:originalOrganization")), key=str)
    passage = one(change, "dcterms:source")
    file = one(passage, "oa:hasSource")
    exact = next(graph.objects(passage, term("oa:hasSelector") / term("oa:exact")))
    quote = " ".join(str(exact).split())
    left, middle, right = 20, 445, 870
    olds = [
        Box(left, 40 + number * 110, "place", "m8g:AdminUnit", str(one(place, "skos:prefLabel")))
        for number, place in enumerate(before)
    ]
    merged = Box(middle, 95, "change", "org:ChangeEvent, wp:Merger", f"dcterms:date {one(change, 'dcterms:date')}")
    new = Box(right, 95, "place", "m8g:AdminUnit", str(one(after, "skos:prefLabel")))
    quoted = Box(middle, 310, "passage", f"oa:exact · wp:line {one(passage, 'wp:line')}", quote)
    held = Box(right, 310, "file", "foaf:Document", str(one(file, "dcterms:title")))
    arrows = [
        *(_arrow(merged, old, "") for old in olds),
        _words("org:originalOrganization", left + _BOX + 75, merged.top + 35),
        _arrow(merged, new, "org:resultingOrganization"),
        _over(olds[0], new, "dcterms:isReplacedBy"),
        _arrow(merged, quoted, "dcterms:source"),
        _arrow(quoted, held, "oa:hasSource"),
    ]
    drawn = [*arrows, *(line for box in (*olds, merged, new, quoted, held) for line in _box(box))]
    title = f"{'、'.join(box.words for box in olds)} → {new.words}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-labelledby="t">',
            f'<title id="t">{escape(title)}</title><style>{_STYLE}</style>',
            _HEAD,
            f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
            *drawn,
            "</svg>",
            "",
        ]
    )


def _box(box: Box) -> Iterator[str]:
    middle = box.left + _BOX // 2
    yield (
        f'<rect x="{box.left}" y="{box.top}" width="{_BOX}" height="{box.height}" rx="5" fill="{_COLOURS[box.kind]}"'
        ' stroke="#98a1a6"/>'
    )
    yield f'<text x="{middle}" y="{box.top + 26}" text-anchor="middle">{escape(box.words)}</text>'
    yield f'<text class="term" x="{middle}" y="{box.top + 48}" text-anchor="middle">{escape(box.term)}</text>'


def _arrow(start: Box, end: Box, words: str) -> str:
    """An arrow between the sides, or the lower and the upper edge, of two boxes."""
    if start.left == end.left:
        x, y = start.left + _BOX // 2, start.top + start.height
        return _line(f"M{x} {y}V{end.top}", x + 8, (y + end.top) // 2, words, "start")
    to_right = end.left > start.left
    x, y = (start.left + _BOX if to_right else start.left), start.top + start.height // 2
    to, at = (end.left if to_right else end.left + _BOX), end.top + end.height // 2
    return _line(f"M{x} {y}L{to} {at}", (x + to) // 2, (y + at) // 2 - 8, words, "middle")


def _over(start: Box, end: Box, words: str) -> str:
    """An arrow over all that stands between two boxes."""
    x, y, to = start.left + _BOX // 2, start.top, end.left + _BOX // 2
    return _line(f"M{x} {y}V20H{to}V{end.top}", (x + to) // 2, 15, words, "middle")


def _line(way: str, x: int, y: int, words: str, anchor: str) -> str:
    told = _words(words, x, y, anchor) if words else ""
    return f'<path d="{way}" fill="none" stroke="#56636d" marker-end="url(#a)"/>{told}'


def _words(words: str, x: int, y: int, anchor: str = "middle") -> str:
    return f'<text class="term" x="{x}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'


if __name__ == "__main__":
    EXAMPLE.write_text(example(), encoding="utf-8", newline="\n")
    PICTURE.write_text(picture(example()), encoding="utf-8", newline="\n")
