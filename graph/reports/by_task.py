"""Reports by the tasks that they are of: a report moves with its task to the editions and papers that revise it."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from graph.reports.reports import Report, in_order


class ReportsByTask:
    """All reports, and which task (new) revises which (old)."""

    def __init__(self, reports: Iterable[Report], revisions: Iterable[tuple[str, str]]) -> None:
        """Reports with pairs of ids of tasks, new and old."""
        self.all = in_order(reports)
        self._older: defaultdict[str, set[str]] = defaultdict(set)
        self._newer: defaultdict[str, set[str]] = defaultdict(set)
        for new, old in revisions:
            self._older[new].add(old)
            self._newer[old].add(new)

    def of(self, task: str) -> tuple[Report, ...]:
        """The reports of a task and of all that it revises, the one recorded last first."""
        family = self.family(task)
        if len(family) == 1:
            return self._by_task.get(task, ())
        return in_order(one for member in family for one in self._by_task.get(member, ()))

    def heirs(self, task: str) -> tuple[str, ...]:
        """The tasks that revise a task and are revised by none themselves, by id; none where nothing revises it."""
        found, frontier, met = set(), set(self._newer.get(task, ())), {task}
        while frontier:
            met |= frontier
            found |= {one for one in frontier if not self._newer.get(one)}
            frontier = {new for one in frontier for new in self._newer.get(one, ())} - met
        return tuple(sorted(found))

    def family(self, task: str) -> frozenset[str]:
        """A task and all that it revises, by id."""
        met, frontier = {task}, {task}
        while frontier:
            frontier = {old for one in frontier for old in self._older.get(one, ())} - met
            met |= frontier
        return frozenset(met)

    @cached_property
    def _by_task(self) -> dict[str, tuple[Report, ...]]:
        found: defaultdict[str, list[Report]] = defaultdict(list)
        for one in self.all:
            found[one.terms.task].append(one)
        return {task: tuple(reports) for task, reports in found.items()}
