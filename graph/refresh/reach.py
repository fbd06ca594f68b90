"""How far a load reaches: which papers, changes and places may have other facts after it than before.

The facts of a paper follow from its copies, from the papers that speak in the same scope (they share units, persons
and the names of places), from those that end it or that it ends by their numbers, and from the periods of the places
that it names. Periods follow from what all papers tell of changes. So a load reaches the papers that share a scope or a
number with what comes or goes, directly or over others; and only where changes are told otherwise than before, also the
papers that name the places of these changes, or places below. The tables of one register reach each other.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from graph.corrections.corrections import Corrections
from graph.decisions.decisions import Decisions
from graph.derive.corpus import Corpus, corpus_of
from graph.identity.grouping import connected
from graph.papers.identities import identities, identities_in_file
from graph.papers.papers import Paper
from graph.papers.replacements import numbers_named
from graph.places.timeline import Event
from graph.refresh.delta import Delta, after
from graph.refresh.outlines import read_outlines
from graph.stores.protocol import Store


@dataclass(frozen=True, slots=True)
class CorpusChanges:
    """What is told otherwise after a load: changes and places by id, as they were or are, and scopes that know them."""

    events: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Circle:
    """Papers, before and after a load, that reach each other over scopes: their files (by hash) and their scopes."""

    files: frozenset[str]
    scopes: frozenset[str]


def before_and_after(
    store: Store, decisions: Decisions, coming: Delta, corrections: Corrections, then: Corrections | None = None
) -> tuple[Corpus, Corpus]:
    """What the files of a store tell in outline, and what they will with what is coming, and with the corrections that
    hold `then`, where these are others. Raises StoreError.
    """
    now = corrections if then is None else then
    outlines = read_outlines(store)
    again = {document.sha256 for document in coming.read}
    counted = {sha256: number for sha256, number in outlines.tasks.items() if sha256 not in again}
    before, later = outlines.documents, after(outlines.documents, coming)
    return corpus_of(before, decisions, corrections, outlines.tasks), corpus_of(later, decisions, now, counted)


def corpus_changes(before: Corpus, after: Corpus) -> CorpusChanges:
    """What two corpora tell differently of changes of places."""
    if before.events == after.events:
        return CorpusChanges()
    was, now = ({event.id: event for event in corpus.events} for corpus in (before, after))
    events = {identity for identity in was.keys() | now.keys() if was.get(identity) != now.get(identity)}
    differing = [told[identity] for told in (was, now) for identity in events if identity in told]
    return CorpusChanges(
        frozenset(events), _places(before, after), frozenset(scope for event in differing for scope in _scopes(event))
    )


def circles(before: Iterable[Paper], after: Iterable[Paper]) -> list[Circle]:
    """The papers of both states in circles."""
    groups = connected([*before, *after], lambda paper: {("file", sha256) for sha256 in _files(paper)} | _keys(paper))
    return [
        Circle(
            frozenset(sha256 for paper in group for sha256 in _files(paper)),
            frozenset[str]().union(*(paper.scopes for paper in group)),
        )
        for group in groups
    ]


def reached(among: Iterable[Circle], files: Collection[str], scopes: Collection[str]) -> frozenset[str]:
    """All files (by hash) of the circles to which some files or some scopes belong."""
    hit = [circle for circle in among if not (circle.files.isdisjoint(files) and circle.scopes.isdisjoint(scopes))]
    return frozenset[str]().union(*(circle.files for circle in hit))


def _places(before: Corpus, after: Corpus) -> frozenset[str]:
    """The places whose periods differ, with all periods of the same lasting places."""
    known_periods = (before.place_periods, after.place_periods)
    places = before.place_periods.places | after.place_periods.places
    differing = [place for place in places if before.place_periods.periods(place) != after.place_periods.periods(place)]
    lasting = {period.lasting_id for place in differing for known in known_periods for period in known.periods(place)}
    return frozenset(period.id for identity in lasting for known in known_periods for period in known.line(identity))


def _scopes(event: Event) -> set[str]:
    """The scopes in whose words the places of a change are known by name, and those of these places themselves."""
    ways = event.happening.ways
    return ways | {path.rpartition("/")[0] for path in ways} | {one.parent for one in event.happening.told}


def _files(paper: Paper) -> list[str]:
    return [copy.document.sha256 for copy in paper.copies]


def _keys(paper: Paper) -> set[tuple[str, str]]:
    known = (identities(copy.document) | identities_in_file(copy.document) for copy in paper.copies)
    names = {("name", name) for several in known for name in several}
    names |= {("name", f"number:{number}") for number in numbers_named(paper)}
    names |= {("scheme", one.scheme) for copy in paper.copies for one in copy.document.registers}
    return {("scope", scope) for scope in paper.scopes} | names
