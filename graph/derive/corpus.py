"""A corpus of documents: papers with their copies, the id of every passage, and the places with their periods.

It is what all parts of `graph.derive.build` look things up in; it depends on nothing but the documents and the
decisions.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.corrections.corrections import NONE, Corrections
from graph.corrections.matching import Hung, Matcher, in_force, with_heads
from graph.corrections.new_tasks import stated_task
from graph.decisions.decisions import DecisionKind, Decisions
from graph.derive.corrected_statements import corrected_change, corrected_seat
from graph.identity.identity import is_village, unit_name
from graph.identity.scope import Scope, join_path, path_of
from graph.papers.papers import Paper, papers
from graph.papers.passages import passage_ids
from graph.papers.superseded import standing_changes, standing_seats
from graph.papers.tasks import TaskPassage
from graph.places.changes import ChangeSaid, in_full, told
from graph.places.place_periods import PlacePeriod, PlacePeriods
from graph.places.timeline import Event, tell
from graph.statements import AppointmentStatement, PlanDocument, Statement
from graph.words.levels import level_of
from graph.words.names import name_form


@dataclass(frozen=True, slots=True)
class Corpus:
    """The papers, the decisions, what finds corrections and what of them hangs on passages (by id), passages by file
    and statement, the events in order, the periods of places.
    """

    papers: tuple[Paper, ...]
    decisions: Decisions
    matcher: Matcher
    hung: dict[str, tuple[Hung, ...]]
    passages: dict[str, dict[Statement, str]]
    events: tuple[Event, ...]
    place_periods: PlacePeriods

    def said_of_tasks(self, paper: Paper, editions: Mapping[int, Sequence[int]]) -> dict[str, list[TaskPassage]]:
        """All that some editions (by number, each with its copies) of a paper say of tasks, by the plan's id; by the
        paper's, where they stand in none.
        """
        found: dict[str, list[TaskPassage]] = {}
        copies = [(number, edition) for edition, numbers in editions.items() for number in numbers]
        for place, (number, edition) in enumerate(copies):
            copy = paper.copies[number]
            for task in copy.document.tasks:
                plan = paper.plan_at(number, task.plan)
                said = TaskPassage(task, self.passages[copy.document.sha256][task], place, edition)
                found.setdefault(plan.id if plan else paper.id, []).append(said)
        return found

    def new_tasks(self, paper: Paper, editions: Mapping[int, Sequence[int]]) -> dict[str, dict[str, list[TaskPassage]]]:
        """What people say of tasks that were not read in some editions of a paper, by plan as `said_of_tasks` and by
        correction.
        """
        found: dict[str, dict[str, list[TaskPassage]]] = {}
        copies = [(number, edition) for edition, numbers in editions.items() for number in numbers]
        for place, (number, edition) in enumerate(copies if self.hung else ()):
            document = paper.copies[number].document
            for statement, passage in self.passages[document.sha256].items():
                for one in in_force(statement, self.hung.get(passage, ())):
                    if one.what == "new_task":
                        said = stated_task(one, statement, document)
                        plan = paper.plan_at(number, said.plan)
                        said_of = found.setdefault(plan.id if plan else paper.id, {})
                        said_of.setdefault(one.id, []).append(TaskPassage(said, passage, place, edition))
        return found

    def appointments(self, paper: Paper) -> Iterator[tuple[AppointmentStatement, str, Scope, str]]:
        """The seats that the copies of a paper tell of, but for those that an edition over theirs fills otherwise, each
        with its passage, its scope and its plan's id.
        """
        for number, statement in standing_seats(paper, self.decisions):
            plan = paper.plan_at(number, statement.plan)
            passage = self.passages[paper.copies[number].document.sha256][statement]
            seat = corrected_seat(statement, self.hung.get(passage, ()))
            if seat:
                yield seat, passage, paper.scope_at(number, statement.plan), plan.id if plan else paper.id

    def place(self, scope: Scope, name: str, day: str) -> PlacePeriod:
        """The period of a place, as named in a scope, that is alive on a day."""
        path = path_of(scope, name, level_of(name_form(name)))
        parent, _, own = path.rpartition("/")
        return self.place_periods.at(join_path(parent, self.decisions.canonical("place", parent, own)), day)

    def home(self, scope: Scope, day: str = "") -> PlacePeriod | None:
        """The place of a scope on a day; None where a document names no place."""
        return self.place_periods.at(scope.key, day) if scope.chain else None

    def unit_name(self, mention: str, scope: Scope) -> str:
        """The name of the unit that a mention means in a scope, decisions obeyed."""
        name = unit_name(mention, scope)
        kind: DecisionKind = "place" if is_village(name) else "unit"
        return self.decisions.canonical(kind, scope.key, name)

    def limited_to(self, documents: Iterable[PlanDocument]) -> "Corpus":
        """The same corpus with some of its papers alone: those that these documents are all copies of, whole."""
        issued = papers(with_heads(documents, self.matcher), self.decisions)
        passages = _passages(issued)
        return replace(self, papers=issued, passages=passages, hung=_hung(issued, self.matcher, passages))


def corpus_of(
    documents: Iterable[PlanDocument],
    decisions: Decisions,
    corrections: Corrections = NONE,
    tasks: Mapping[str, int] | None = None,
) -> Corpus:
    """The corpus of these documents, in whatever order they come.

    Documents may come without their tasks, seats and unread places: `tasks` then counts the tasks by the file's hash.
    """
    matcher = Matcher(corrections)
    issued = papers(with_heads(documents, matcher), decisions, tasks)
    passages = _passages(issued)
    hung = _hung(issued, matcher, passages)
    place_periods = PlacePeriods()
    changes = [
        one
        for paper in issued
        for one in in_full([told(said, decisions) for said in _changes(paper, passages, decisions, hung)])
    ]
    events = tell(changes, place_periods)
    return Corpus(issued, decisions, matcher, hung, passages, tuple(events), place_periods)


def _passages(issued: Iterable[Paper]) -> dict[str, dict[Statement, str]]:
    return {copy.document.sha256: passage_ids(copy.document) for paper in issued for copy in paper.copies}


def ids_in_file(document: PlanDocument, passages: Mapping[str, Mapping[Statement, str]]) -> dict[Statement, str]:
    """The ids of the passages of a file, its heading as the file says it; `passages` as `Corpus` has them."""
    ids = passages[document.sha256]
    return {**ids, document.head_in_file: ids[document.head]}


def _hung(
    issued: Iterable[Paper], matcher: Matcher, passages: Mapping[str, Mapping[Statement, str]]
) -> dict[str, tuple[Hung, ...]]:
    """What hangs on the passages of papers, as the files have them."""
    found: dict[str, tuple[Hung, ...]] = {}
    for paper in issued if matcher.corrections.all else ():
        for copy in paper.copies:
            hung = matcher.hung(copy.document, copy.paths)
            ids = ids_in_file(copy.document, passages) if hung else {}
            found |= {ids[statement]: several for statement, several in hung.items()}
    return found


def _changes(
    paper: Paper,
    passages: dict[str, dict[Statement, str]],
    decisions: Decisions,
    hung: Mapping[str, tuple[Hung, ...]],
) -> Iterator[ChangeSaid]:
    for number, change in standing_changes(paper, decisions):
        sha256 = paper.copies[number].document.sha256
        passage = passages[sha256][change]
        if said := corrected_change(change, hung.get(passage, ())):
            scope = paper.scope_at(number, change.plan)
            yield ChangeSaid(said, passage, sha256, scope, paper.head.issued_on, said.number or paper.head.number)
