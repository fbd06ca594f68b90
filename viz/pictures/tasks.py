"""What pictures and charts of tasks say of one: its name, its deadline, who carries it in which role, and where the
paper says so.
"""

from collections.abc import Callable, Iterable, Sequence

from queries.listing.paper_names import plan_of_task
from queries.rows import TaskRow
from viz.palette import ROLES, role_words
from viz.picture import PictureRow, PictureTable
from viz.pictures.bonds import COLUMNS
from viz.pictures.changes import date_words

DrawnTask = TaskRow

LETTERS = 18
"""Characters of a task's name that a mark shows; the table and the tip have it whole."""

LASTING = "长期"
UNDATED = "未写时限"


def name_of(task: DrawnTask) -> str:
    """The title of a task, its words where it has none."""
    return task["title"] or task["content"]


def short_name(task: DrawnTask) -> str:
    """The name of a task in at most `LETTERS` characters."""
    name = name_of(task).replace("\n", "")
    return name if len(name) <= LETTERS else f"{name[: LETTERS - 1]}…"


def plan_of(task: DrawnTask) -> tuple[str, str]:
    """The id and title of the plan that sets a task, those of the paper where it has none."""
    return task["plan"] or task["document_id"], plan_of_task(task)


def due_words(task: DrawnTask) -> str:
    """The last deadline of a task in words: 2021年12月31日; 长期 where it goes on, 未写时限 where none is stated."""
    if task["due"]:
        return date_words(task["due"])
    return LASTING if task["ongoing"] else UNDATED


def due_order(task: DrawnTask) -> tuple[str, bool]:
    """What sorts tasks in time: by their last deadline, those without one last."""
    return task["due"] or "9999", task["ongoing"]


def roles_of(task: DrawnTask) -> dict[str, tuple[str, ...]]:
    """The roles of each unit in a task, strongest first, by its name; the units in the order of the roles."""
    roles: dict[str, tuple[str, ...]] = {}
    for role in ROLES:
        for unit in task[COLUMNS[role]]:
            roles[unit] = (*roles.get(unit, ()), role)
    return roles


def units_words(task: DrawnTask) -> str:
    """The units of a task by role: 牵头：社事办；责任：财政办、司法所."""
    named = ((role, task[COLUMNS[role]]) for role in ROLES)
    return "；".join(f"{role_words(role)}：{'、'.join(units)}" for role, units in named if units)


def leaders_words(task: DrawnTask) -> str:
    """The leaders of a task, those who lead marked so, and the roles that the paper gives instead of names."""
    lead = task["lead_leaders"]
    names = [f"{name}（牵头）" if name in lead else name for name in task["leaders"]]
    return "、".join([*names, *task["leader_roles"]])


def tip_of(task: DrawnTask) -> str:
    """What is shown when a task is pointed at."""
    lines = [name_of(task), f"时限：{task['due_text'] or due_words(task)}", units_words(task)]
    leaders = leaders_words(task)
    return "\n".join(filter(None, [*lines, f"领导：{leaders}" if leaders else ""]))


def row_of(task: DrawnTask, cells: tuple[str, ...], *others: str) -> PictureRow:
    """The row of a task in the table beside a picture; `others` are the marks that it is joined to."""
    return PictureRow(cells, (f"task {task['task_id']}", *others), task["sources"])


def plan_table(tasks: Sequence[DrawnTask], others: Callable[[DrawnTask], Iterable[str]]) -> PictureTable:
    """The tasks of a plan as the table behind its picture; `others` are the ids of marks that a task hangs on."""
    rows = (
        row_of(
            task,
            (
                task["number"],
                name_of(task),
                task["due"] or due_words(task),
                leaders_words(task),
                units_words(task),
            ),
            *others(task),
        )
        for task in tasks
    )
    return PictureTable(("序号", "任务", "时限", "领导", "单位"), tuple(rows))
