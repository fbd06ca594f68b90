"""Files and papers: which files are of one issued paper, and what they say of it together.

Files that agree in issuer, title and day of issue, or in issue number (文号), are of one paper, and no paper has two
numbers (`graph.papers.identities`); else a file is its own paper.
Whether files of one paper are copies or editions of it, `graph.papers.editions` tells.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph.decisions.decisions import Decisions
from graph.identity.scope import Scope, scope_of
from graph.ids import digest
from graph.papers.identities import by_paper
from graph.papers.passages import in_order
from graph.papers.plans import PaperPlan, closest, plans_of
from graph.papers.precedence import ground, in_precedence
from graph.statements import HeadStatement, PlanDocument
from graph.words.names import number_form


@dataclass(frozen=True, slots=True)
class PaperCopy:
    """A file (by the hash of its bytes), the paths at which it lies, and what it says, in reading order.

    `tasks` is how many statements of tasks the file holds, also where they were left out of the document.
    """

    document: PlanDocument
    paths: tuple[str, ...]
    tasks: int


@dataclass(frozen=True, slots=True)
class Paper:
    """An issued paper: its copies (one that stands over another before it, else the fuller first), the best that they
    say of its heading, its plans by ordinal.

    `counted` leads from a copy's number and an ordinal in it to the plan.
    """

    id: str
    copies: tuple[PaperCopy, ...]
    head: HeadStatement
    scope: Scope
    plans: tuple[PaperPlan, ...]
    counted: Mapping[tuple[int, int], PaperPlan]

    @property
    def scopes(self) -> frozenset[str]:
        """The keys of the scopes in which its copies speak."""
        return frozenset((self.scope.key, *(plan.scope.key for plan in self.plans)))

    @property
    def numbers(self) -> tuple[str, ...]:
        """The issue numbers that its copies bear, in normal form."""
        return tuple(dict.fromkeys(filter(None, (number_form(copy.document.head.number) for copy in self.copies))))

    def plan_at(self, copy: int, ordinal: int) -> PaperPlan | None:
        """The plan that a copy counts as its `ordinal`; None if it names no such plan."""
        return self.counted.get((copy, ordinal))

    def scope_at(self, copy: int, ordinal: int) -> Scope:
        """The scope of what a copy says in its plan `ordinal`: the plan's, else the paper's."""
        plan = self.plan_at(copy, ordinal)
        return plan.scope if plan else self.scope


def papers(
    documents: Iterable[PlanDocument], decisions: Decisions | None = None, tasks: Mapping[str, int] | None = None
) -> tuple[Paper, ...]:
    """The papers of which these files are copies, sorted by id; in whatever order the files come.

    `tasks` counts, by the hash of a file, the tasks that were left out of its document.
    """
    decided = decisions or Decisions()
    copies = {copy.document.sha256: copy for copy in _copies(documents, tasks or {})}
    made = (
        _paper([copies[one.sha256] for one in members], name, decided)
        for members, name in by_paper(copy.document for copy in copies.values())
    )
    return tuple(sorted(made, key=lambda paper: paper.id))


def _copies(documents: Iterable[PlanDocument], tasks: Mapping[str, int]) -> list[PaperCopy]:
    found: defaultdict[str, dict[str, PlanDocument]] = defaultdict(dict)
    for document in documents:
        found[document.sha256][document.path] = document
    copies = []
    for sha256 in sorted(found):
        paths = tuple(sorted(found[sha256]))
        document = in_order(found[sha256][paths[0]])
        copies.append(PaperCopy(document, paths, len(document.tasks) or tasks.get(sha256, 0)))
    return copies


def _fullness(copy: PaperCopy) -> tuple[int, int, str]:
    document = copy.document
    return (-sum(plan.body for plan in document.plans), -copy.tasks, document.sha256)


def _in_order(members: list[PaperCopy], decisions: Decisions) -> tuple[PaperCopy, ...]:
    """Copies by what stands over what; where that is not told the fuller first."""
    fullest = sorted(members, key=_fullness)
    if len(fullest) == 1:
        return tuple(fullest)
    return tuple(in_precedence(fullest, lambda a, b: bool(ground(a.document, b.document, decisions))))


def _paper(members: list[PaperCopy], name: str, decisions: Decisions) -> Paper:
    copies = _in_order(members, decisions)
    paper = digest("document", name)
    heads = [copy.document.head for copy in copies]
    head = replace(
        heads[0],
        title=_first(head.title for head in heads),
        number=_first(head.number for head in heads),
        issuer=_first(head.issuer for head in heads),
        issued_on=_first(head.issued_on for head in heads),
        jurisdiction=closest(head.jurisdiction for head in heads),
    )
    plans = plans_of(paper, [copy.document.plans for copy in copies], head.jurisdiction, decisions)
    scope = scope_of(decisions.in_full(head.jurisdiction), paper)
    counted = {(copy, statement.ordinal): plan for plan in plans for copy, statement in plan.stated}
    return Paper(paper, copies, head, scope, plans, counted)


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")
