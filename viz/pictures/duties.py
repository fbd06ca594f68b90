"""A plan as a matrix: tasks in the order of the plan by its sections, units beside one another, in each cell the sign
of the unit's role, and the deadline behind.
"""

from collections import Counter
from collections.abc import Sequence

from viz.palette import PAPER, ROLES, role_colour, role_words
from viz.picture import Group, LegendKey, Note, Picture
from viz.pictures.division import FACET, held_roles
from viz.pictures.matrix import MatrixCell, MatrixRow, matrix
from viz.pictures.tasks import DrawnTask, due_words, plan_table, roles_of, short_name, tip_of

SIGNS = {"lead": "●", "responsible": "○", "supporting": "·"}
"""By role, its sign."""
SIZES = {"lead": 18, "responsible": 18, "supporting": 30}
"""Of the signs, in pixels: a point is small in its letters."""
READING = (
    "一行一项任务，按方案中的次序，分类处另起小标题；一列一个单位，任务多的在前：●牵头，○责任，·配合。行末是完成时限。"
)


def picture(title: str, tasks: Sequence[DrawnTask]) -> Picture:
    """The picture of the plan of this title; `tasks` are its rows of `tasks/list`, in their order."""
    counts = Counter(unit for task in tasks for unit in roles_of(task))
    columns = {f"unit {name}": name for name, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))}
    held = held_roles(tasks)
    drawn = matrix([_row(task) for task in tasks], columns, "单位", headings=any(task["category"] for task in tasks))
    return Picture(
        title=f"{title}任务分工表",
        subtitle=f"任务 {len(tasks)} 项，单位 {len(columns)} 个",
        empty=f"{title}没有任务，无可绘制。",
        marks=drawn.marks,
        lines=drawn.lines,
        legend=tuple(
            LegendKey("dot", role_colour(role), f"{SIGNS[role]} {role_words(role)}", group=role) for role in held
        ),
        notes=(*drawn.notes, Note("怎样看", (READING,))),
        table=plan_table(tasks, lambda task: [f"unit {unit}" for unit in roles_of(task)]),
        groups=tuple(Group(role, role_words(role), FACET) for role in held),
        straight=True,
        folds=False,
    )


def _row(task: DrawnTask) -> MatrixRow:
    cells = {f"unit {unit}": _cell(task, unit, roles) for unit, roles in roles_of(task).items()}
    identity = f"task {task['task_id']}"
    return MatrixRow(
        identity, short_name(task), cells, task["due_text"] or due_words(task), task["category"], tip_of(task)
    )


def _cell(task: DrawnTask, unit: str, roles: tuple[str, ...]) -> MatrixCell:
    words = "、".join(map(role_words, roles))
    strongest = next(role for role in ROLES if role in roles)
    tip = f"{short_name(task)} — {unit}：{words}"
    return MatrixCell(SIGNS[strongest], PAPER, role_colour(strongest), tip, roles, SIZES[strongest])
