"""From files that come and go to facts that change: the facts of all that they reach are built again.

What a load may change is told by `graph.refresh.reach` from the outlines of all files: mostly the papers that speak in
the same scope. These are read back, built anew from their stored passages without the files that go and with those that
come, and written in one transaction. What the store held is read from it, never guessed: facts of older rules go too.
The decisions and corrections that are obeyed are those that stand in the store.
"""

from collections.abc import Iterable
from dataclasses import replace

from graph.corrections.corrections import Corrections
from graph.corrections.matching import Matcher
from graph.corrections.nodes import correction_nodes
from graph.decisions.decisions import Decisions
from graph.decisions.nodes import decision_nodes
from graph.derive.build import build, build_part
from graph.derive.corpus import Corpus
from graph.digests import rules_digest
from graph.facts import Facts, Node
from graph.papers.passages import restore
from graph.refresh.borders import BORDERS, places_below, who_speak_of, with_events, with_places
from graph.refresh.delta import Delta, after
from graph.refresh.reach import CorpusChanges, before_and_after, circles, corpus_changes, reached
from graph.statements import PlanDocument
from graph.stores.corrections import stored_corrections
from graph.stores.decisions import stored_decisions
from graph.stores.protocol import Store
from graph.stores.read_back import Name, read_all, read_component, read_nodes, read_obeyed
from graph.stores.state import State, read_state


def refresh(store: Store, coming: Delta) -> Facts:
    """Take files into the store and out of it, with all that follows, in one transaction.

    Returns the facts built: those of all that the files reach. Raises StoreError where the store fails.
    """
    before, later = before_and_after(store, stored_decisions(store), coming, stored_corrections(store))
    return _take(store, coming, before, later, set(coming.files))


def recorrect(store: Store, corrections: Corrections) -> Facts:
    """Put these corrections in the place of those that stand in the store, with all that follows, in one transaction.

    Returns the facts built: those of all papers that what is new or gone belongs to. Raises StoreError where the store
    fails.
    """
    old = stored_corrections(store)
    before, later = before_and_after(store, stored_decisions(store), Delta(), old, corrections)
    gone, come = old.other_than(corrections), corrections.other_than(old)
    touched = {
        copy.document.sha256
        for corpus, changed in ((before, Matcher(gone)), (later, Matcher(come)))
        for paper in corpus.papers
        for copy in paper.copies
        if changed.belonging(copy.document, copy.paths)
    }
    return _take(store, Delta(), before, later, touched, (correction_nodes(gone), correction_nodes(come)))


def _take(
    store: Store,
    coming: Delta,
    before: Corpus,
    later: Corpus,
    touched: set[str],
    records: tuple[tuple[Node, ...], tuple[Node, ...]] = ((), ()),
) -> Facts:
    """Build again what is reached from files that are `touched`, and write it with `records` that go and come."""
    otherwise = corpus_changes(before, later)
    places = places_below(store, otherwise.places)
    seeds = who_speak_of(store, places)
    around = circles(before.papers, later.papers)
    while True:
        files = reached(around, touched, otherwise.scopes)
        part = read_component(store, seeds | {("File", sha256) for sha256 in files}, BORDERS)
        touched |= {node.id for node in part.nodes if node.label == "File"}
        if not touched <= files:
            continue
        facts = _built(later, after(documents_in(part), coming), otherwise, places)
        met = _met(store, part, facts)
        if not met:
            break
        seeds |= met
    known = {event.id for event in later.events}
    old = {node.id for node in part.nodes if node.label == "ChangeEvent"} - known
    gone = with_places(store, with_events(store, part, otherwise.events | old), facts, places)
    state = read_state(store)
    now = replace(state, readers=_readers(coming, state))
    store.replace(_with(gone, (*records[0], state.node)), _with(facts, (*records[1], now.node)))
    return facts


def _readers(coming: Delta, state: State) -> str:
    """The readers that read what comes; where nothing does, those that were the last before."""
    return next((document.read_by for document in coming.read), state.readers)


def _built(later: Corpus, documents: Iterable[PlanDocument], otherwise: CorpusChanges, places: set[str]) -> Facts:
    """The facts of some documents of a corpus, of changes told otherwise, and these places where a change stays."""
    ends = {period for event in later.events for period, *_ in (*event.before, *event.after)}
    return build_part(later.limited_to(documents), otherwise.events, places & ends)


def _met(store: Store, part: Facts, facts: Facts) -> set[Name]:
    """The nodes of papers that were built and that the store holds outside of the part read back."""
    known = {(node.label, node.id) for node in part.nodes}
    names = {(node.label, node.id) for node in facts.nodes if node.label not in BORDERS}
    return {(node.label, node.id) for node in read_nodes(store, names - known)}


def rebuild(
    store: Store, decisions: Decisions, taken_in: Iterable[str] = (), corrections: Corrections | None = None
) -> Facts:
    """Build all facts of a store again from its passages, by the rules of this program and by these decisions, which
    from then on stand in the store. All of it happens in one transaction.

    The corrections are those that stand in the store where none are given.
    `taken_in` are digests of files of decisions to be remembered. Raises StoreError where the store fails or a passage
    cannot be understood that another version wrote.
    """
    gone = read_all(store)
    old = read_obeyed(store)
    obeyed = stored_corrections(store) if corrections is None else corrections
    facts = build(documents_in(gone), decisions, obeyed)
    records = (*decision_nodes(decisions), *correction_nodes(obeyed))
    state = read_state(store)
    now = replace(state, rules=rules_digest(), taken_in=tuple(sorted({*state.taken_in, *taken_in})))
    store.replace(_with(gone, (*old, state.node)), _with(facts, (*records, now.node)))
    return facts


def _with(facts: Facts, records: Iterable[Node]) -> Facts:
    return Facts((*facts.nodes, *records), facts.edges)


def documents_in(facts: Facts) -> list[PlanDocument]:
    """The files that these facts hold, as they were read, once for each path."""
    passages: dict[str, Node] = {node.id: node for node in facts.nodes if node.label == "Passage"}
    held: dict[str, list[Node]] = {}
    for edge in facts.edges:
        if edge.type == "HAS":
            held.setdefault(edge.start[1], []).append(passages[edge.end[1]])
    return [
        restore(path, file.properties, [node.properties for node in held[file.id]])
        for file in facts.nodes
        if file.label == "File"
        for path in paths_of(file)
    ]


def paths_of(file: Node) -> tuple[str, ...]:
    """The paths at which the bytes of a File lie, sorted."""
    paths = file.properties["paths"]
    return paths if isinstance(paths, tuple) else ()
