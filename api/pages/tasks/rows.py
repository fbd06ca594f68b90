"""Tasks as the pages list them: each with its place in the papers, and how its deadlines stand to a day."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from api.pages.days import Standing, standing
from api.pages.directory import Directory
from api.pages.sources import AT_ONCE, SourceLink, sources_of_tasks
from api.pages.view import View
from graph.stores.protocol import Store
from queries.ask import ask
from queries.listing.paper_names import plan_of_task
from queries.rows import TaskRow


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A row of tasks as a page shows it; `contested` are the columns that another passage states differently."""

    row: TaskRow
    standing: Standing
    sources: tuple[SourceLink, ...]
    contested: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TaskTable:
    """The tasks of a page with what their cells link to."""

    lines: tuple[TaskLine, ...]
    directory: Directory

    @property
    def places(self) -> list[str]:
        """The places whose tasks they are, each once."""
        return list(dict.fromkeys(line.row["place"] for line in self.lines if line.row["place"]))

    @property
    def contested(self) -> bool:
        """Whether a passage states one of the tasks differently."""
        return any(line.contested for line in self.lines)

    @property
    def plans(self) -> list[tuple[str, str]]:
        """The plans that set the tasks, by id and title, in their order."""
        return list(dict.fromkeys((line.row["plan"], plan_of_task(line.row)) for line in self.lines))


def task_lines(view: View, rows: Sequence[TaskRow]) -> tuple[TaskLine, ...]:
    """The rows of a query of tasks with how they stand to the day of the page, without what their cells link to."""
    return tuple(TaskLine(row, standing(view.lang, row, view.day), ()) for row in rows)


def task_table(view: View, store: Store, rows: Sequence[TaskRow]) -> TaskTable:
    """The rows of a query of tasks as a table, seen from the day of the page."""
    links = sources_of_tasks(view.links, store, rows)
    ids = [row["task_id"] for row in rows]
    contested = _contested(store, ids)
    lines = tuple(
        TaskLine(row, standing(view.lang, row, view.day), links.get(task, ()), contested.get(task, frozenset()))
        for task, row in zip(ids, rows, strict=True)
    )
    return TaskTable(lines, Directory.of(store, view.links, ids))


def _contested(store: Store, ids: Sequence[str]) -> dict[str, frozenset[str]]:
    """The columns of each task in which its passages differ."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for start in range(0, len(ids), AT_ONCE):
        for row in ask(store, "conflicts/of_tasks", tasks=ids[start : start + AT_ONCE]):
            found[row["task_id"]].add(row["field"])
    return {task: frozenset(fields) for task, fields in found.items()}
