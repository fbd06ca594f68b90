"""The history of a paper or a task, as pages tell it: editions with what changed, papers before and after, a line an
edition.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.decisions.decisions import Decisions
from graph.papers.editions import Edition, editions_of
from graph.papers.papers import papers
from graph.papers.precedence import Ground
from graph.refresh.held import files_of, held_documents
from graph.stores.decisions import stored_decisions
from graph.stores.protocol import Store
from graph.stores.read_back import read_edges_at
from queries.ask import ask
from queries.chosen import rows_of
from queries.differences import DifferenceRow
from queries.rows import DocumentRow, TaskRow
from queries.versions import NamedVersion, changes, what_stands

Two = tuple[NamedVersion, NamedVersion]
"""Two versions that are laid beside each other, the one that was before the one that is."""


@dataclass(frozen=True, slots=True)
class ToldEdition:
    """An edition of a paper with its files (`file` is the hash of one), and what changed from it to the one that stands
    over it, or, where it is open, from the standing one to it (`between`, None of the standing one); `to_this` is what
    would change if this one stood. `over` are those that it stands over, each with the ground.
    """

    edition: Edition
    version: NamedVersion
    file: str
    against: str
    between: Two | None
    rows: tuple[DifferenceRow, ...]
    to_this: tuple[DifferenceRow, ...]
    over: tuple[tuple[NamedVersion, Ground], ...] = ()


@dataclass(frozen=True, slots=True)
class OtherPaper:
    """A paper whose place this one takes, or that takes the place of this, with what changed `between` the two."""

    row: DocumentRow
    between: Two

    @property
    def rows(self) -> list[DifferenceRow]:
        """What changed from the older one."""
        return changes(*self.between)


@dataclass(frozen=True, slots=True)
class PaperHistoryTold:
    """The editions of a paper, the standing one first, the papers that it replaces and those that replace it."""

    editions: tuple[ToldEdition, ...]
    replaces: tuple[OtherPaper, ...]
    replaced_by: tuple[OtherPaper, ...]


def history_of_paper(store: Store, document: str) -> PaperHistoryTold:
    """The history of a paper by id. Raises StoreError where the store fails."""
    decisions = stored_decisions(store)
    own = _standing(store, document, decisions)
    edges = [edge for edge in read_edges_at(store, [("Document", document)]) if edge.type == "REPLACES"]
    older = sorted({edge.end[1] for edge in edges if edge.start[1] == document})
    newer = sorted({edge.start[1] for edge in edges if edge.end[1] == document})
    return PaperHistoryTold(
        tuple(editions_told(store, document, decisions)),
        tuple(OtherPaper(_row(store, one), (_standing(store, one, decisions), own)) for one in older),
        tuple(OtherPaper(_row(store, one), (own, _standing(store, one, decisions))) for one in newer),
    )


def _standing(store: Store, document: str, decisions: Decisions) -> NamedVersion:
    return what_stands(held_documents(store, files_of(store, document)), decisions)


def _row(store: Store, document: str) -> DocumentRow:
    [row] = ask(store, "documents/list", named=document)
    return row


def editions_told(store: Store, document: str, decisions: Decisions) -> list[ToldEdition]:
    """The editions of a paper by id, the standing one first. Raises StoreError where the store fails."""
    (paper,) = papers(held_documents(store, files_of(store, document)), decisions)
    known = editions_of(paper, decisions)
    apart = [what_stands([paper.copies[copy].document for copy in one.copies], decisions) for one in known]
    told: list[ToldEdition] = []
    for place, (edition, version) in enumerate(zip(known, apart, strict=True)):
        file = paper.copies[edition.copies[0]].document.sha256
        to_this = tuple(changes(apart[0], version))
        over = tuple(
            (apart[other], one.ground) for other, one in enumerate(known) if one.state == "replaced" and one.by == place
        )
        if edition.state == "stands":
            told.append(ToldEdition(edition, version, file, "", None, (), (), over))
            continue
        by = apart[edition.by]
        between = (version, by) if edition.state == "replaced" else (apart[0], version)
        told.append(ToldEdition(edition, version, file, by.name, between, tuple(changes(*between)), to_this, over))
    return told


def tasks_before(store: Store, task: str) -> Sequence[TaskRow]:
    """The tasks that a task (by id) follows, of older editions and papers, the latest first."""
    return rows_of(store, _walked(store, task, back=True))


def tasks_after(store: Store, task: str) -> Sequence[TaskRow]:
    """The tasks that follow a task (by id), the next first."""
    return rows_of(store, _walked(store, task, back=False))


def _walked(store: Store, task: str, *, back: bool) -> list[str]:
    found: list[str] = []
    frontier = [task]
    while frontier:
        edges = [edge for edge in read_edges_at(store, [("Task", one) for one in frontier]) if edge.type == "REVISES"]
        steps = sorted({(edge.end if back else edge.start)[1] for edge in edges} - {task, *found})
        ends = {(edge.start if back else edge.end)[1] for edge in edges}
        frontier = [one for one in steps if ends & {task, *found}]
        found += frontier
    return found
