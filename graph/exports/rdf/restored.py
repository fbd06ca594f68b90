"""A graph built again from a file of RDF, and which triples of the file do not fit it: what it keeps (`kept`) is built
by the rules of this program and exported again, and the two exports are compared, triple by triple.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from heapq import merge
from itertools import chain, groupby
from pathlib import Path

from graph.corrections.corrections import Corrections, in_order
from graph.corrections.nodes import correction_nodes, corrections_in
from graph.decisions.decisions import Decisions, checked
from graph.decisions.nodes import decision_nodes, decisions_in
from graph.derive.build import build
from graph.digests import rules_digest
from graph.errors import FileRefusedError, PlangraphError
from graph.exports.rdf import whole
from graph.exports.rdf.formats import BY_ENDING, line_of, sorted_keys
from graph.exports.rdf.kept import Kept, Row, as_quads, parsed, read_kept
from graph.exports.rdf.names import Names
from graph.facts import Facts, Node
from graph.stores.state import new_state

_NOT_AS_WRITTEN = (KeyError, TypeError, ValueError, AttributeError, IndexError, RuntimeError, PlangraphError)
"""What is raised where a row of a file says something that no store does: StopIteration of a generator too."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A triple (as a line of N-Quads) of a file that does not follow from what it keeps, or one that does and is
    `missing`.
    """

    triple: str
    missing: bool


@dataclass(frozen=True, slots=True)
class ReturnedGraph:
    """A graph from a file: its facts, the records by which they are built, the digest of its `readers`, the `base` of
    its names, and what does not fit. Where other rules made it (not `same_rules`), facts may rightly differ.
    """

    facts: Facts
    records: tuple[Node, ...]
    readers: str
    base: str
    same_rules: bool
    misfits: tuple[Misfit, ...]


def restored(path: Path) -> ReturnedGraph:
    """The graph that a file of RDF keeps. Raises FileRefusedError for one that cannot be read, or of which nothing can
    be built.
    """
    kept = read_kept(path)
    documents, broken = kept.documents()
    decisions, corrections = _people(kept, path)
    try:
        facts = build(documents, decisions, corrections)
    except _NOT_AS_WRITTEN as error:
        raise FileRefusedError("rdf.not_built", path=path, reason=type(error).__name__) from error
    records = (*decision_nodes(decisions), *correction_nodes(corrections))
    rules, readers = kept.made_by("rules"), kept.made_by("readers")
    state = new_state(rules=rules or None).node
    told = Node(state.label, state.id, {**state.properties, "readers": readers})
    misfits = _misfits(path, kept.base, facts, (*records, told), broken)
    return ReturnedGraph(facts, records, readers, kept.base, rules in {"", rules_digest()}, misfits)


def _people(kept: Kept, path: Path) -> tuple[Decisions, Corrections]:
    """The decisions and corrections that can be understood. Raises FileRefusedError where they contradict."""
    read = (decisions_in([row]).all for row in kept.decisions() if _is(decisions_in, row))
    made = (corrections_in([row]).all for row in kept.corrections() if _is(corrections_in, row))
    try:
        return checked(chain.from_iterable(read)), in_order(chain.from_iterable(made))
    except PlangraphError as error:
        raise FileRefusedError.at(path, error.message) from error


def _is(read: Callable[[list[Row]], object], row: Row) -> bool:
    """Whether a row is what some records are read of."""
    try:
        read([row])
    except _NOT_AS_WRITTEN:
        return False
    return True


def _misfits(
    path: Path, base: str, facts: Facts, records: tuple[Node, ...], broken: Iterable[str]
) -> tuple[Misfit, ...]:
    """What the file says and the graph does not, then what the graph says and the file does not; first what was read
    of passages and is not understood.
    """
    graphs, names = BY_ENDING[path.suffix.lower()].quads, Names(base)
    not_read = {f"{names.thing('Passage', one)} {names.term('wp:says')}" for one in broken}
    with ExitStack() as stack:
        there = sorted_keys(as_quads(parsed(path)), stack, graphs=graphs)
        follows = sorted_keys(whole(facts, names, records), stack, graphs=graphs)
        found = [Misfit(line_of(key, graphs=graphs), missing) for key, missing in _one_sided(there, follows)]
    return tuple(sorted(found, key=lambda one: (one.missing, " ".join(one.triple.split(" ", 2)[:2]) not in not_read)))


def _one_sided(there: Iterator[str], follows: Iterator[str]) -> Iterator[tuple[str, bool]]:
    """The keys that only one of two sorted runs has, and whether it is the second."""
    both = merge(((key, False) for key in there), ((key, True) for key in follows))
    for key, sides in groupby(both, key=lambda one: one[0]):
        known = [side for _, side in sides]
        if len(known) == 1:
            yield key, known[0]
