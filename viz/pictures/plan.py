"""A plan's division of labour: the tasks in the order of the plan, on the left the leaders who answer for them, on the
right the units that carry them, joined in the colour of their role.
"""

from collections.abc import Sequence

from viz.palette import EDGE, INK
from viz.picture import LegendKey, Line, Note, Picture, PicturePart
from viz.pictures.division import (
    TASK,
    WHO,
    SideMark,
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
from viz.pictures.tasks import DrawnTask, name_of, plan_table

LEADERS = "领导"
UNITS = "单位"
RUN = 50
"""Tasks of one tile, where a plan is so large that it is folded."""

TOLD = ("任务", "任务清单")
"""Ends of a plan's title after which its picture's need not say again that it is of tasks."""

READING = "任务按方案中的次序从上到下排列；左边是责任领导，右边是承担任务的单位，线的颜色是单位在任务中的职责。"


def picture(title: str, tasks: Sequence[DrawnTask]) -> Picture:
    """The picture of the plan of this title; `tasks` are its rows of `tasks/list`, in their order."""
    heading = f"{title}{'' if title.endswith(TOLD) else '任务'}分工图"
    if not tasks:
        return Picture(heading, "", f"{title}没有任务，无可绘制。")
    leaders, units = _leaders(tasks), units_of(tasks)
    sorted_out = all(task["category"] for task in tasks)
    runs = _runs(tasks)
    middle = task_column(tasks, lambda task: task["category"] if sorted_out else "", runs, {})
    right = bearer_column(units, middle.heights, middle.right_of(width(units)), UNITS)
    left = bearer_column(leaders, middle.heights, -middle.right_of(width(leaders)), LEADERS)
    return Picture(
        title=heading,
        subtitle=f"任务 {len(tasks)} 项，领导 {len(leaders)} 名，单位 {len(units)} 个",
        empty="",
        marks=(*left.marks, *middle.marks, *right.marks),
        lines=(*_leader_lines(tasks), *role_lines(tasks)),
        legend=_legend(tasks, leaders, units),
        notes=(Note("怎样看", (READING,)),),
        table=plan_table(tasks, _keys),
        groups=role_groups(tasks),
        parts=(
            PicturePart(LEADERS, LEADERS),
            *(PicturePart(one, one) for one in dict.fromkeys(runs.values())),
            PicturePart(UNITS, UNITS),
        ),
    )


def _runs(tasks: Sequence[DrawnTask]) -> dict[str, str]:
    """The part of each task, by its mark's id: those that follow one another in the plan."""
    return {
        task_id(task): f"第{begin + 1}至{min(begin + RUN, len(tasks))}项"
        for begin in range(0, len(tasks), RUN)
        for task in tasks[begin : begin + RUN]
    }


def _leader_id(name: str) -> str:
    return f"leader {name}"


def _leaders(tasks: Sequence[DrawnTask]) -> list[SideMark]:
    found: dict[str, list[str]] = {}
    for task in tasks:
        for name in task["leaders"]:
            found.setdefault(name, []).append(task_id(task))
    return [SideMark(_leader_id(name), name, "diamond", tuple(theirs)) for name, theirs in found.items()]


def _leader_lines(tasks: Sequence[DrawnTask]) -> list[Line]:
    """From each leader to each task, darker where the leader leads."""
    lines = []
    for task in tasks:
        lead = task["lead_leaders"]
        for name in task["leaders"]:
            colour, thick = (INK, 2.0) if name in lead else (EDGE, 1.2)
            tip = f"{name}{'牵头' if name in lead else '负责'}：{name_of(task)}"
            lines.append(Line(_leader_id(name), task_id(task), colour, thick, tip, opacity=0.5))
    return lines


def _legend(
    tasks: Sequence[DrawnTask], leaders: Sequence[SideMark], units: Sequence[SideMark]
) -> tuple[LegendKey, ...]:
    """Only what the picture holds."""
    who = (LegendKey("diamond", WHO.fill, "领导"),) if leaders else ()
    lead = (LegendKey("line", INK, "领导牵头"),) if any(task["lead_leaders"] for task in tasks) else ()
    carriers = (LegendKey("dot", WHO.fill, "单位"),) if units else ()
    return (*who, LegendKey("box", TASK.fill, "任务"), *carriers, *lead, *role_keys(tasks))


def _keys(task: DrawnTask) -> list[str]:
    """The marks that a task hangs on beside its own."""
    return [*map(_leader_id, task["leaders"]), *(unit_id(unit.words) for unit in units_of([task]))]
