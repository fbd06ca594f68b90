"""A leader's tasks: in the middle the tasks in the order of their deadlines, on the left the leader and the plans that
set them, on the right the units that carry them, joined in the colour of their role.
"""

from collections import Counter
from collections.abc import Sequence

from viz.layout.layout import text_width
from viz.palette import EDGE, INK
from viz.picture import Group, LegendKey, Line, Mark, Note, Picture, PicturePart, PictureTable
from viz.pictures.division import (
    AWAY,
    LABEL,
    PLAN,
    TASK,
    WHO,
    SideMark,
    Stack,
    bearer_column,
    role_groups,
    role_keys,
    role_lines,
    task_column,
    task_id,
    unit_id,
    units_of,
    width,
)
from viz.pictures.tasks import DrawnTask, due_order, due_words, leaders_words, name_of, plan_of, row_of, units_words

ROOT = "leader"
PLANS = "方案"
UNITS = "单位"
READING = "任务按时限先后从上到下排列；左边是下达任务的方案，右边是承担任务的单位，线的颜色是单位在任务中的职责。"


def picture(name: str, tasks: Sequence[DrawnTask]) -> Picture:
    """The picture of the tasks of a leader so named; `tasks` are rows of `tasks/list`."""
    ordered = sorted(tasks, key=due_order)
    plans = _plans(ordered)
    title = f"{name}任务图"
    if not ordered:
        return Picture(title, "", f"{name}没有任务，无可绘制。")
    several = len(plans) > 1
    counts = Counter(map(due_words, ordered))
    middle = task_column(
        ordered,
        lambda task: f"{due_words(task)}　{counts[due_words(task)]} 项",
        {task_id(task): due_words(task) for task in ordered},
        {task_id(task): (f"plan {plan_of(task)[0]}",) for task in ordered} if several else {},
    )
    units = units_of(ordered)
    right = bearer_column(units, middle.heights, middle.right_of(width(units)), UNITS)
    left = bearer_column(plans, middle.heights, -middle.right_of(width(plans)), PLANS)
    return Picture(
        title=title,
        subtitle=f"任务 {len(ordered)} 项，方案 {len(plans)} 个，单位 {len(units)} 个",
        empty="",
        marks=(_root(name, len(ordered), left), *left.marks, *middle.marks, *right.marks),
        lines=(*_lines(name, ordered, plans), *role_lines(ordered)),
        legend=_legend(name, ordered),
        notes=(Note("怎样看", (READING,)),),
        table=_table(ordered),
        groups=(*role_groups(ordered), *(Group(one.id, one.words, PLANS) for one in plans if several)),
        parts=(PicturePart(PLANS, PLANS), *(PicturePart(words, words) for words in counts), PicturePart(UNITS, UNITS)),
        begins_at=ROOT,
    )


def _plans(tasks: Sequence[DrawnTask]) -> list[SideMark]:
    """The plans that set the tasks, each with the group by which it is switched off."""
    found: dict[tuple[str, str], list[str]] = {}
    for task in tasks:
        found.setdefault(plan_of(task), []).append(task_id(task))
    groups = {plan: (f"plan {plan[0]}",) if len(found) > 1 else () for plan in found}
    return [SideMark(f"plan {plan[0]}", plan[1], "box", tuple(theirs), groups[plan]) for plan, theirs in found.items()]


def _root(name: str, tasks: int, plans: Stack) -> Mark:
    """The leader, left of the middle of the plans."""
    label = f"{name} {tasks}"
    y = (min(plans.heights.values()) + max(plans.heights.values())) / 2
    x = plans.x - plans.half - AWAY / 2 - text_width(label, LABEL + 3) / 2
    return Mark(ROOT, label, "diamond", round(x), round(y), WHO.fill, WHO.border, size=26, font=LABEL + 3, part=PLANS)


def _lines(name: str, tasks: Sequence[DrawnTask], plans: Sequence[SideMark]) -> list[Line]:
    """From the leader to the plans, and from each plan to its tasks, darker where the leader leads."""
    lines = [Line(ROOT, one.id, EDGE, 2.0, opacity=0.5, groups=one.groups) for one in plans]
    for one in plans:
        for task in tasks:
            if task_id(task) in one.tasks:
                lead = name in task["lead_leaders"]
                colour, thick = (INK, 2.0) if lead else (EDGE, 1.2)
                tip = f"{name}牵头" if lead else ""
                lines.append(Line(one.id, task_id(task), colour, thick, tip, opacity=0.5, groups=one.groups))
    return lines


def _legend(name: str, tasks: Sequence[DrawnTask]) -> tuple[LegendKey, ...]:
    """Only what the picture holds."""
    shapes = (
        LegendKey("diamond", WHO.fill, "领导"),
        LegendKey("box", PLAN.fill, "方案"),
        LegendKey("box", TASK.fill, "任务"),
    )
    lead = (LegendKey("line", INK, "领导牵头"),) if any(name in task["lead_leaders"] for task in tasks) else ()
    carriers = (LegendKey("dot", WHO.fill, "单位"),) if units_of(tasks) else ()
    return (*shapes, *carriers, *lead, *role_keys(tasks))


def _table(tasks: Sequence[DrawnTask]) -> PictureTable:
    rows = (
        row_of(
            task,
            (
                task["due"] or due_words(task),
                name_of(task),
                plan_of(task)[1],
                units_words(task),
                leaders_words(task),
            ),
            f"plan {plan_of(task)[0]}",
            *(unit_id(unit.words) for unit in units_of([task])),
        )
        for task in tasks
    )
    return PictureTable(("时限", "任务", "方案", "单位", "领导"), tuple(rows))
