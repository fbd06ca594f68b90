"""What there is to be published of a graph: its things with their names and addresses, and what hangs on each."""

from collections import Counter, defaultdict
from functools import cached_property
from itertools import chain
from typing import Literal

from api.lists.dates import period_name
from api.settings import Language
from graph.facts import Edge, Facts, Node
from graph.ids import digest
from graph.keywords import word
from queries.listing.paper_names import file_name, paper_name, plan_name

KINDS = ("Document", "Plan", "Task", "Unit", "Person", "Place", "ChangeEvent", "Post", "File")
"""Labels of things that have a page, in the order of the lists; a passage stands on the page of its file."""
_TITLE = 60
"""Characters of a task's content that stand for a title."""
Name = tuple[str, str]
Side = Literal["out", "in"]
SIDES: tuple[Side, Side] = ("out", "in")
"""Which end of a relationship a thing is: its start (out) or its end (in)."""


class Things:
    """The things of a graph, looked up by label and id, and what they are called in a language."""

    def __init__(self, facts: Facts, lang: Language) -> None:
        """Things of facts in which each end of a relationship is a node."""
        self.lang: Language = lang
        self.nodes: dict[Name, Node] = {(node.label, node.id): node for node in facts.nodes}
        self._edges: defaultdict[Name, list[Edge]] = defaultdict(list)
        for edge in sorted(facts.edges, key=lambda one: one.key):
            for end in dict.fromkeys((edge.start, edge.end)):
                self._edges[end].append(edge)

    def of(self, label: str) -> list[Node]:
        """The things of a label, by what they are called; those that others have taken the place of come last."""
        return sorted(self._labelled[label], key=lambda one: (self.is_replaced(one), self.title(one), one.id))

    def is_replaced(self, node: Node) -> bool:
        """Whether a paper or a task has been replaced, or the paper of a plan."""
        if node.label == "Plan":
            papers = [paper for _, paper in self.others((node.label, node.id), "CONTAINS", "in")]
            return bool(papers) and all(map(self.is_replaced, papers))
        return node.properties.get("replaced") is True

    def edges(self, name: Name) -> list[Edge]:
        """The relationships at a thing, sorted."""
        return self._edges.get(name, [])

    def others(self, name: Name, kind: str, side: Side) -> list[tuple[Edge, Node]]:
        """What a thing is joined with by relationships of a type that begin (out) or end (in) there."""
        found = ((one, one.end if side == "out" else one.start) for one in self.edges(name) if one.type == kind)
        return [
            (edge, self.nodes[other])
            for edge, other in found
            if (edge.start if side == "out" else edge.end) == name and other in self.nodes
        ]

    def title(self, node: Node) -> str:
        """What a thing is called."""
        known = self._titles.get((node.label, node.id))
        if known is None:
            known = self._titles[node.label, node.id] = self._title(node)
        return known

    def passages(self, file: Node) -> list[Node]:
        """The passages of a file, in its order."""
        held = [other for _, other in self.others((file.label, file.id), "HAS", "out")]
        return sorted(held, key=_stands)

    def file_of(self, passage: str) -> Node | None:
        """The file that holds a passage."""
        held = self.others(("Passage", passage), "HAS", "in")
        return held[0][1] if held else None

    def around(self, node: Node) -> Facts:
        """A thing with its relationships, a file with its passages too: what its data hold."""
        name = (node.label, node.id)
        inside = self.passages(node) if node.label == "File" else []
        return Facts((node, *inside), tuple(self.edges(name)))

    @cached_property
    def _labelled(self) -> defaultdict[str, list[Node]]:
        found: defaultdict[str, list[Node]] = defaultdict(list)
        for node in self.nodes.values():
            found[node.label].append(node)
        return found

    @cached_property
    def _bearers(self) -> Counter[str]:
        """How many periods of places bear each name."""
        return Counter(str(node.properties["name"]) for node in self._labelled["Place"])

    @cached_property
    def _titles(self) -> dict[Name, str]:
        return {}

    def _title(self, node: Node) -> str:
        said = node.properties
        match node.label:
            case "File":
                return file_name(next(iter(_texts(node, "paths")), node.id))
            case "Document":
                files = chain.from_iterable(
                    _texts(file, "paths") for _, file in self.others(("Document", node.id), "COPY_OF", "in")
                )
                return paper_name(str(said["title"]), str(said["number"]), next(files, node.id))
            case "Plan":
                return plan_name(str(said["title"]))
            case "Task":
                return str(said["title"]) or str(said["content"])[:_TITLE] or node.id
            case "ChangeEvent":
                before, after = self._names(node, "CHANGED_BY", "in"), self._names(node, "RESULTED_IN", "out")
                kind = word(self.lang, "kind", str(said["kind"])) or str(said["kind"])
                return f"{kind}：{before}{'→' if before and after else ''}{after}"
            case _:
                name = str(said.get("name", "")) or str(said.get("title", "")) or node.id
                several = node.label == "Place" and self._bearers[name] > 1
                return period_name(self.lang, name, *_days(node)) if several else name

    def _names(self, node: Node, kind: str, side: Side) -> str:
        found = self.others((node.label, node.id), kind, side)
        return "、".join(sorted(str(other.properties["name"]) for _, other in found))


def address(node: Node, ending: str = "html") -> str:
    """Where the page of a thing stands in the site, or its data by another ending: id/task/b67….html."""
    plain = node.id.isascii() and node.id.replace("-", "").replace("_", "").isalnum()
    return f"id/{node.label.lower()}/{node.id if plain else digest(node.id)}.{ending}"


def _days(place: Node) -> tuple[str, str]:
    """When a period of a place began and ended, "" for what is not told."""
    return str(place.properties["valid_from"]), str(place.properties["valid_to"])


def _texts(node: Node, name: str) -> tuple[str, ...]:
    value = node.properties[name]
    return value if isinstance(value, tuple) else ()


def _stands(passage: Node) -> tuple[int, int, int, int, str]:
    said = passage.properties
    at = (int(str(said[name])) for name in ("start_char", "page", "table_no", "row_no"))
    start, page, table, row = at
    return start, page, table, row, passage.id
