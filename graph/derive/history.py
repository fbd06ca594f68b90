"""The history of papers: their editions, what replaced them, the tasks of each edition and which tasks follow which.

The standing edition of a paper and those of which nobody has decided are one layer: what they say of a task is joined,
and where they differ the first of them counts. Each edition that was replaced is a layer of its own, whose tasks keep
their facts. A task keeps the id of its key in the first layer that has it, so that an old address leads to what stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.derive.corpus import Corpus
from graph.derive.corrected_tasks import corrected
from graph.derive.task_facts import Setting
from graph.ids import digest
from graph.papers.differences import PaperVersion
from graph.papers.editions import Edition, editions_of
from graph.papers.matching import Match, matched
from graph.papers.papers import Paper
from graph.papers.plan_pairs import plan_pairs
from graph.papers.replacements import Replacement, replacements
from graph.papers.tasks import Task, join

SetTask = tuple[Task, Setting]
"""A task with where it stands."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Editions of a paper (by number) whose statements of tasks are joined, these tasks, and the corrections that were
    applied to them: passage and correction, by their ids.
    """

    editions: tuple[int, ...]
    tasks: tuple[SetTask, ...]
    applied: frozenset[tuple[str, str]] = frozenset()

    def by_plan(self) -> dict[str, list[Task]]:
        """The tasks by the id of their plan."""
        found: dict[str, list[Task]] = {}
        for task, _ in self.tasks:
            found.setdefault(task.plan, []).append(task)
        return found


@dataclass(frozen=True, slots=True)
class PaperHistory:
    """A paper with its editions, the standing one first, the layers of its tasks, and whether another replaced it."""

    paper: Paper
    editions: tuple[Edition, ...]
    layers: tuple[Layer, ...]
    replaced: bool = False
    replaced_on: str = ""

    def version(self, layer: Layer) -> PaperVersion:
        """What one layer sets, plan by plan; what stands in no plan comes last."""
        tasks = layer.by_plan()
        titles = {plan.id: plan.title for plan in self.paper.plans if plan.id in tasks}
        return PaperVersion((*titles.items(), *((plan, "") for plan in tasks if plan not in titles)), tasks)

    def edition_of(self, copy: int) -> tuple[int, Edition]:
        """The edition of a copy, with its place among the editions."""
        return next((place, one) for place, one in enumerate(self.editions) if copy in one.copies)


@dataclass(frozen=True, slots=True)
class History:
    """All papers of a corpus with their histories, which replaced which, and which task (new) follows which (old)."""

    papers: tuple[PaperHistory, ...]
    replacements: tuple[Replacement, ...]
    revisions: tuple[Match, ...]


def history_of(corpus: Corpus) -> History:
    """The history of all papers of a corpus, whose documents must hold their tasks."""
    editions = {paper.id: editions_of(paper, corpus.decisions) for paper in corpus.papers}
    standing = {
        paper: [copy for one in known if one.state != "replaced" for copy in one.copies]
        for paper, known in editions.items()
    }
    replaced = replacements(corpus.papers, standing, corpus.passages, corpus.decisions)
    issued = {paper.id: paper.head.issued_on for paper in corpus.papers}
    since: dict[str, str] = {}
    for one in replaced:
        since[one.paper] = min(filter(None, (since.get(one.paper), issued[one.by])), default="")
    papers = tuple(_history(paper, editions[paper.id], since.get(paper.id), corpus) for paper in corpus.papers)
    known = {one.paper.id: one for one in papers}
    revisions = [match for one in papers for match in _within(one)]
    for one in replaced:
        revisions += _between(known[one.paper], known[one.by])
    return History(papers, replaced, tuple(revisions))


def _history(paper: Paper, editions: tuple[Edition, ...], since: str | None, corpus: Corpus) -> PaperHistory:
    """The history of a paper; `since` is when another that replaced it was issued, None where none has."""
    current = tuple(number for number, one in enumerate(editions) if one.state != "replaced")
    layers: list[Layer] = []
    taken: set[str] = set()
    for numbers in (current, *((n,) for n, one in enumerate(editions) if one.state == "replaced")):
        first = editions[numbers[0]]
        day = paper.head.issued_on if not layers else _issued(paper, first)
        setting = Setting(paper.scope, "", day, since is not None, since or "")
        if first.state == "replaced":
            setting = replace(setting, replaced=True, replaced_on=_issued(paper, editions[first.by]))
        layer = _layer(paper, {n: editions[n].copies for n in numbers}, setting, taken, corpus)
        taken |= {task.id for task, _ in layer.tasks}
        layers.append(layer)
    return PaperHistory(paper, editions, tuple(layers), since is not None, since or "")


def _issued(paper: Paper, edition: Edition) -> str:
    """The day on which an edition was issued, as far as a copy tells."""
    return next((day for copy in edition.copies if (day := paper.copies[copy].document.head.issued_on)), "")


def _layer(
    paper: Paper, editions: dict[int, tuple[int, ...]], setting: Setting, taken: set[str], corpus: Corpus
) -> Layer:
    """The tasks of some editions, plan by plan; one whose id is taken has one of its own."""
    scopes = {plan.id: plan.scope for plan in paper.plans}
    first = paper.copies[next(iter(editions.values()))[0]].document.sha256
    stated, new = corpus.said_of_tasks(paper, editions), corpus.new_tasks(paper, editions)
    tasks: list[SetTask] = []
    applied: set[tuple[str, str]] = set()
    for plan in dict.fromkeys((*stated, *new)):
        here = replace(setting, scope=scopes.get(plan, paper.scope), plan=plan if plan in scopes else "")
        known = corrected(plan, join(plan, stated.get(plan, ())), new.get(plan, {}), corpus.hung)
        applied |= known.applied
        tasks += [
            (replace(task, id=digest("version", task.id, first)) if task.id in taken else task, here)
            for task in known.tasks
        ]
    return Layer(tuple(editions), tuple(tasks), frozenset(applied))


def _within(one: PaperHistory) -> Iterator[Match]:
    """Which tasks of a paper follow which of the edition that theirs replaced."""
    for layer in one.layers[1:]:
        by = one.editions[layer.editions[0]].by
        later = next(other for other in one.layers if by in other.editions)
        new = later.by_plan()
        for plan, old in layer.by_plan().items():
            yield from matched(
                old, [task for task in new.get(plan, ()) if any(by == said.edition for said in task.said)]
            )


def _between(old: PaperHistory, new: PaperHistory) -> Iterator[Match]:
    """Which tasks of a paper follow which of one that it replaced."""
    was, now = old.version(old.layers[0]), new.version(new.layers[0])
    for one, other in plan_pairs(was.plans, now.plans):
        yield from matched(was.tasks[one], now.tasks[other])
