"""The files of a static site of a graph, each with its address and what makes its bytes; the same graph gives the same
site. Addresses are relative, so that it works from a folder and from any server.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import resources
from math import ceil

from api.pages.templates import environment
from api.publishing.about import About, Dump, described
from api.publishing.sheets import sheet
from api.publishing.thing_page import corrections, fields, relations, sources, told_in
from api.publishing.things import KINDS, Things, address
from api.settings import Language
from api.words import words
from graph.exports.rdf import thing_text, to_text, vocabulary_text
from graph.exports.rdf.context import ADDRESS, context_text
from graph.exports.rdf.formats import FORMS
from graph.exports.rdf.names import Names
from graph.exports.rdf.quads import QuadTeller
from graph.facts import Facts, Node
from graph.keywords import word
from graph.messages.sentences import say

LISTED = 500
"""Things on a page of a list."""
STYLES = ("base.css", "parts.css", "published.css", "print.css")
DATA = ("ttl", "jsonld")
"""The forms of RDF that stand beside a page."""


_REMARKS = {
    "Document": "number",
    "Task": "due_text",
    "Unit": "level",
    "Place": "level",
    "ChangeEvent": "stated_on",
}


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site: its address (with /), and what makes its bytes."""

    path: str
    make: Callable[[], bytes]


class Site:
    """The site of a graph: its dump tells of `records` too (decisions, corrections, state); names begin with `base`."""

    def __init__(self, facts: Facts, records: Iterable[Node], lang: Language, about: About, base: str) -> None:
        """A site in a language."""
        self._things = Things(facts, lang)
        self._facts, self._records = facts, tuple(records)
        self._lang, self._about, self._base = lang, about, base
        self._teller = QuadTeller(facts, Names(base))
        self._counts = {label: len(self._things.of(label)) for label in KINDS}
        self._replaced = {label: sum(map(self._things.is_replaced, self._things.of(label))) for label in KINDS}

    def files(self) -> Iterator[SiteFile]:
        """All files; the dumps are made at once, as their sizes are told."""
        dumps = dict(self._dumps())
        told = [Dump(path, form, kind, len(content)) for path, (form, kind, content) in dumps.items()]
        for path, (_, _, content) in dumps.items():
            yield SiteFile(path, partial(bytes, content))
        yield SiteFile("index.html", partial(self._start, told))
        yield SiteFile("search.html", partial(self._page, "search.html", "", {}))
        yield SiteFile("static/index.js", self._index)
        for name in (*STYLES, "published.js", "icon.svg"):
            yield SiteFile(f"static/{name}", resources.files("api").joinpath("static", name).read_bytes)
        for form in DATA:
            yield SiteFile(f"dataset.{form}", partial(described, self._about, told, self._covered(), form, self._base))
            yield SiteFile(f"ns.{form}", partial(self._vocabulary, form))
        yield SiteFile(ADDRESS, context_text(self._base).encode)
        for label in KINDS:
            yield from self._lists(label)
            for node in self._things.of(label):
                yield SiteFile(address(node), partial(self._thing, node))
                for form in DATA:
                    yield SiteFile(address(node, form), partial(self._data, node, form))

    def _dumps(self) -> Iterator[tuple[str, tuple[str, str, bytes]]]:
        form = FORMS["trig"]
        text = to_text(self._facts, form.name, self._base, self._records)
        yield "data/plangraph.trig", (form.title, form.media_type, text.encode())
        for label in (label for label in KINDS if self._counts[label]):
            title = f"CSV · {say(self._lang, f'published_lists.{label}')}"
            yield f"data/{label.lower()}.csv", (title, "text/csv", sheet(self._things, label, self._base).encode())

    def _vocabulary(self, form: str) -> bytes:
        return vocabulary_text(form, self._base).encode()

    def _data(self, node: Node, form: str) -> bytes:
        return thing_text(self._things.around(node), form, self._base, self._teller).encode()

    def _covered(self) -> tuple[str, str]:
        days = sorted(day for node in self._things.of("Document") if (day := str(node.properties["issued_on"])))
        return (days[0], days[-1]) if days else ("", "")

    def _start(self, dumps: Iterable[Dump]) -> bytes:
        return self._page("start.html", "", {"about": self._about, "dumps": dumps, "covered": self._covered()})

    def _lists(self, label: str) -> Iterator[SiteFile]:
        nodes = self._things.of(label)
        pages = ceil(len(nodes) / LISTED)
        for number in range(1, pages + 1):
            of_page = nodes[(number - 1) * LISTED : number * LISTED]
            shown = [(self._things.title(node), address(node), self._remark(node)) for node in of_page]
            values = {"label": label, "shown": shown, "number": number, "pages": pages, "list": _list}
            yield SiteFile(_list(label, number), partial(self._page, "list.html", "../", values))

    def _remark(self, node: Node) -> str:
        """What tells a thing of a list from others of its name."""
        name = _REMARKS.get(node.label, "")
        told = [words.value(self._lang, name, str(node.properties[name]))] if name else []
        above = [self._things.title(other) for _, other in self._things.others((node.label, node.id), "PART_OF", "out")]
        replaced = [say(self._lang, "published.replaced")] if self._things.is_replaced(node) else []
        return " · ".join(filter(None, (*told, *sorted(above), *replaced)))

    def _thing(self, node: Node) -> bytes:
        things = self._things
        values: dict[str, object] = {
            "node": node,
            "title": things.title(node),
            "kind": word(self._lang, "kind", node.label.lower()),
            "replaced": things.is_replaced(node),
            "fields": fields(things, node),
            "corrections": corrections(things, node) if "corrected" in node.properties else [],
            "relations": relations(things, node),
            "sources": sources(things, node),
            "told": told_in(things, node) if node.label == "File" else [],
            "data": [(FORMS[form].title, FORMS[form].media_type, address(node, form)) for form in DATA],
        }
        return self._page("file.html" if node.label == "File" else "thing.html", "../../", values)

    def _index(self) -> bytes:
        """What the search looks through: of each thing its name, kind, address, and other words for it."""
        rows = [
            [
                self._things.title(node),
                self._kind(node),
                address(node),
                " ".join(str(node.properties.get(name, "")) for name in ("number", "search", "content")).strip(),
            ]
            for label in KINDS
            for node in self._things.of(label)
        ]
        lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in rows)
        return f"const PLANGRAPH = [\n{lines}\n];\n".encode()

    def _kind(self, node: Node) -> str:
        kind = word(self._lang, "kind", node.label.lower())
        return say(self._lang, "published.replaced_kind", kind=kind) if self._things.is_replaced(node) else kind

    def _page(self, template: str, root: str, values: Mapping[str, object]) -> bytes:
        told: dict[str, object] = {
            "lang": self._lang,
            "root": root,
            "site": self._about.title or say(self._lang, "published.title"),
            "t": partial(say, self._lang),
            "counts": {label: number - self._replaced[label] for label, number in self._counts.items() if number},
            "replaced_counts": self._replaced,
            "list": _list,
        }
        return environment().get_template(f"published/{template}").render({**told, **values}).encode()


def _list(label: str, number: int = 1) -> str:
    """The address of a page of a list."""
    return f"lists/{label.lower()}{'' if number == 1 else f'-{number}'}.html"
