"""Dependents of a passage: the facts that rest on its words."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.facts import Edge, Node
from graph.model import node_types, relationship_types
from graph.stores.protocol import Store
from graph.stores.read_back import Name, read_edges_at, read_nodes

_TITLES = ("name", "title", "number", "kind")


@dataclass(frozen=True, slots=True, order=True)
class DependentFact:
    """A node (`kind` is its label, `names` its one name) or a relationship (its type, the names of both ends)."""

    kind: str
    names: tuple[str, ...]

    def words(self, lang: str) -> str:
        """The fact in the words of a language (zh, en): 任务 盘活资产; 社事办 牵头 盘活资产."""
        declared = node_types().get(self.kind) or relationship_types()[self.kind]
        word = declared.zh if lang == "zh" else declared.en
        return f"{word} {self.names[0]}" if len(self.names) == 1 else f" {word} ".join(self.names)


def dependents(store: Store, passages: Iterable[str]) -> dict[str, tuple[DependentFact, ...]]:
    """The facts that are stated in each of these passages (by id), and the relationships that give it as a source."""
    wanted = set(passages)
    stated = [edge for edge in read_edges_at(store, {("Passage", p) for p in wanted}) if edge.type == "STATED_IN"]
    nodes = {edge.start for edge in stated}
    around = {edge.key: edge for edge in read_edges_at(store, nodes)}.values()
    sourced = [(edge, passage) for edge in around for passage in wanted.intersection(_sources(edge))]
    titles = _titles(store, nodes | {end for edge, _ in sourced for end in (edge.start, edge.end)})
    found: dict[str, set[DependentFact]] = {}
    for edge in stated:
        found.setdefault(edge.end[1], set()).add(DependentFact(edge.start[0], (titles[edge.start],)))
    for edge, passage in sourced:
        found.setdefault(passage, set()).add(DependentFact(edge.type, (titles[edge.start], titles[edge.end])))
    return {passage: tuple(sorted(facts)) for passage, facts in found.items()}


def _sources(edge: Edge) -> tuple[str, ...]:
    sources = edge.properties.get("sources", ())
    return sources if isinstance(sources, tuple) else ()


def _titles(store: Store, names: Iterable[Name]) -> dict[Name, str]:
    """What each node is called."""
    return {(node.label, node.id): _title(node) for node in read_nodes(store, names)}


def _title(node: Node) -> str:
    stated = (str(node.properties.get(name, "")) for name in _TITLES)
    return next((title for title in stated if title), node.id)
