"""Whether the facts of a store are those that follow from its passages and decisions: built again and compared, node by
node and relationship by relationship, and found again by the ways that queries take.

Nothing that is read is taken for whole before it was looked at, as the store may be a damaged one.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar, get_args

from graph.corrections.nodes import LABEL as CORRECTION
from graph.corrections.nodes import corrections_in
from graph.decisions.decisions import DecisionKind, Verdict
from graph.decisions.nodes import LABEL as DECISION
from graph.decisions.nodes import decision_nodes, decisions_in
from graph.derive.build import build
from graph.errors import PlangraphError, UsageError
from graph.facts import Edge, Facts, Node, Value
from graph.papers.passages import restore
from graph.refresh.refresh import documents_in, paths_of
from graph.statements import PassageKind
from graph.stores.protocol import Store
from graph.stores.read_back import read_edges_at, read_nodes

FactFault = Literal["missing", "extra", "differs", "not_found", "twice", "unreadable"]
"""What is wrong with a fact: it follows and is not stored, is stored and does not follow, is stored otherwise, is not
found by its id or its ends, is stored twice; or a passage or decision cannot be read.
"""
_BATCH = 2000
"""Ids that are looked up at once."""
_DIGEST = frozenset("0123456789abcdef")
_SHA256 = 64
"""Hexadecimal digits of a SHA-256."""

Named = TypeVar("Named", Node, Edge)


@dataclass(frozen=True, slots=True)
class FactDifference:
    """A difference: what is wrong, with which node, relationship or property, what is stored and what is expected."""

    fault: FactFault
    what: str
    stored: str = ""
    expected: str = ""


def unreadable(facts: Facts, records: Collection[Node]) -> Iterator[FactDifference]:
    """The files and records of people from which nothing can be built, each with why."""
    passages = {node.id: node for node in facts.nodes if node.label == "Passage"}
    held: dict[str, list[Node | None]] = {}
    for edge in facts.edges:
        if edge.type == "HAS":
            held.setdefault(edge.start[1], []).append(passages.get(edge.end[1]))
    for file in facts.nodes:
        if file.label == "File" and (why := _fault_of_file(file, held.get(file.id, []))):
            yield FactDifference("unreadable", _called(file), stored=why)
    for node in records:
        if not (_is_decision(node) if node.label == DECISION else _is_correction(node)):
            stored = node.properties.get("names", node.properties.get("quote", ""))
            yield FactDifference("unreadable", _called(node), stored=_shown(stored))


def expected_facts(stored: Facts, records: Collection[Node]) -> Facts:
    """What follows, by the rules of this program, from the passages among stored facts and from records of people."""
    decisions = decisions_in(node.properties for node in records if node.label == DECISION)
    corrections = corrections_in(node.properties for node in records if node.label == CORRECTION)
    return build(documents_in(stored), decisions, corrections)


def differences(stored: Facts, expected: Facts) -> Iterator[FactDifference]:
    """How stored facts differ from those expected: nodes first, each by name."""
    yield from _compared(_by_name(stored.nodes), _by_name(expected.nodes))
    yield from _compared(_by_key(stored.edges), _by_key(expected.edges))
    names = [*((node.label, node.id) for node in stored.nodes), *(edge.key for edge in stored.edges)]
    for name, number in sorted(Counter(map(_words, names)).items()):
        if number > 1:
            yield FactDifference("twice", name)


def not_found(store: Store, stored: Facts) -> Iterator[FactDifference]:
    """Stored nodes that are not found by their ids, and relationships that are not found from both their ends, though
    all of them are there when a store is read from one end to the other. Raises StoreError where it fails.
    """
    nodes = {(node.label, node.id): node for node in stored.nodes}
    edges = {edge.key: edge for edge in stored.edges}
    lying: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for key, edge in edges.items():
        lying.setdefault(edge.start, []).append(key)
        lying.setdefault(edge.end, []).append(key)
    names = sorted(nodes)
    for some in (names[first : first + _BATCH] for first in range(0, len(names), _BATCH)):
        found = Counter((node.label, node.id) for node in read_nodes(store, some))
        yield from (FactDifference("not_found", _words(name)) for name in some if found[name] != 1)
        met: Counter[tuple[str, ...]] = Counter(
            edge.key for edge in read_edges_at(store, some) if edges.get(edge.key) == edge
        )
        wanted = Counter(key for name in some for key in lying.get(name, ()))
        yield from (FactDifference("not_found", _words(key)) for key in sorted((wanted - met) | (met - wanted)))


def _fault_of_file(file: Node, passages: Sequence[Node | None]) -> str:
    """Why a file cannot be restored from its passages, "" where it can."""
    if len(file.id) != _SHA256 or set(file.id) - _DIGEST or not paths_of(file):
        return _shown(file.properties.get("paths", ""))
    rows = [passage.properties for passage in passages if passage is not None]
    kinds = [row["kind"] for row in rows]
    if len(rows) < len(passages) or not set(kinds) <= set(get_args(PassageKind)) or kinds.count("document") != 1:
        return ", ".join(sorted({str(kind) for kind in kinds})) or "…"
    try:
        restore(file.id, file.properties, rows)
    except (PlangraphError, ValueError, TypeError, AttributeError, KeyError, StopIteration) as error:
        return str(error)
    return ""


def _is_correction(node: Node) -> bool:
    """Whether a stored correction is one, and named by what it corrects."""
    try:
        (made,) = corrections_in([node.properties]).all
    except (UsageError, ValueError, KeyError, TypeError, AttributeError):
        return False
    return made.id == node.id


def _is_decision(node: Node) -> bool:
    """Whether a stored decision is one, and named by what it decides on."""
    names, told = node.properties["names"], node.properties
    if not isinstance(names, tuple) or len(names) != 2:  # noqa: PLR2004 - a decision is on two names
        return False
    if told["kind"] not in get_args(DecisionKind) or told["verdict"] not in get_args(Verdict):
        return False
    return decision_nodes(decisions_in([told]))[0].id == node.id


def _by_name(nodes: Iterable[Node]) -> dict[tuple[str, ...], Node]:
    return {(node.label, node.id): node for node in nodes}


def _by_key(edges: Iterable[Edge]) -> dict[tuple[str, ...], Edge]:
    return {edge.key: edge for edge in edges}


def _compared(
    stored: Mapping[tuple[str, ...], Named], expected: Mapping[tuple[str, ...], Named]
) -> Iterator[FactDifference]:
    for name in sorted(stored.keys() | expected.keys()):
        one, other = stored.get(name), expected.get(name)
        if one is None and other is not None:
            yield FactDifference("missing", _words(name), expected=_called(other))
        elif one is not None and other is None:
            yield FactDifference("extra", _words(name), stored=_called(one))
        elif one is not None and other is not None and one.properties != other.properties:
            for key in sorted(one.properties.keys() | other.properties.keys()):
                had, wanted = one.properties.get(key, ""), other.properties.get(key, "")
                if had != wanted:
                    yield FactDifference("differs", f"{_words(name)} {key}", _shown(had), _shown(wanted))


def _words(name: Sequence[str]) -> str:
    return " ".join(name)


def _called(one: Node | Edge) -> str:
    """What a fact is called by people, as far as it says."""
    if isinstance(one, Edge):
        return " ".join(one.key)
    titles = ("name", "title", "number", "paths", "quote", "names")
    return _shown(next((told for key in titles if (told := one.properties.get(key))), one.id))


_LONGEST = 60
"""Characters of a value that are shown."""


def _shown(value: Value) -> str:
    text = "、".join(value) if isinstance(value, tuple) else str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
