"""How tasks are divided: a column of tasks, and beside it, each at the middle of its tasks, plans, leaders and units.

`viz.pictures.leader` and `viz.pictures.plan` choose the columns; what they share stands here, so that the two look
alike.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from viz.layout.layers import near_wishes, stack
from viz.layout.layout import Room, text_width
from viz.layout.room import room_of
from viz.palette import EDGE, INK, PAPER, ROLES, VERDICTS, Paint, role_colour, role_words
from viz.picture import Group, LegendKey, Line, Mark, Shape
from viz.pictures.tasks import DrawnTask, roles_of, short_name, tip_of

FONT = 14
LABEL = 15
TASK = Paint("#ffffff", "#a9b4ba")
PLAN = Paint("#e9eff2", "#7f99a6")
WHO = VERDICTS["not overloaded"]

OFF = 4.0
"""Pixels that a heading stands further from what is above it than from what is below."""

AWAY = 210.0
"""Pixels between the sides of two columns, for the lines between them."""

FACET = "单位职责"


@dataclass(frozen=True, slots=True)
class Stack:
    """Marks below one another: `half` is half the width of the column, `x` its middle."""

    marks: tuple[Mark, ...]
    x: float
    half: float

    def right_of(self, half: float) -> float:
        """Where the middle of a column stands that is to the right of this one and has half this width."""
        return self.x + self.half + AWAY + half

    @property
    def heights(self) -> dict[str, float]:
        """Where each mark stands."""
        return {mark.id: mark.y for mark in self.marks}


def task_id(task: DrawnTask) -> str:
    """The id of a task's mark."""
    return f"task {task['task_id']}"


def unit_id(name: str) -> str:
    """The id of a unit's mark."""
    return f"unit {name}"


def task_column(
    tasks: Sequence[DrawnTask],
    heading: Callable[[DrawnTask], str],
    parts: Mapping[str, str],
    groups: Mapping[str, tuple[str, ...]],
) -> Stack:
    """The tasks in their order around x = 0, under a heading wherever it changes and is not ""; `parts` and `groups`
    are those of each task's mark, by its id. What folds together should stand together.
    """
    half = max(text_width(short_name(task), FONT) for task in tasks) / 2 + 16
    ahead = ["", *map(heading, tasks)]
    marks: list[Mark] = []
    for before, task in zip(ahead, tasks, strict=False):
        words, part = heading(task), parts[task_id(task)]
        if words and words != before:
            marks.append(_heading_mark(words, len(marks), part))
        marks.append(_task_mark(task, half, part, groups.get(task_id(task), ())))
    heights = stack([_room(mark) for mark in marks])
    return Stack(tuple(replace(mark, y=round(y)) for mark, y in zip(marks, heights, strict=True)), 0, half)


def _room(mark: Mark) -> Room:
    """The room of a mark in the column of tasks."""
    room = room_of(mark)
    return replace(room, above=room.above + OFF) if mark.shape == "text" else room


def _heading_mark(words: str, number: int, part: str) -> Mark:
    """The mark of a heading, its height to be found."""
    return Mark(f"heading {number}", words, "text", 0, 0, PAPER, PAPER, ink=EDGE, font=FONT, part=part)


def _task_mark(task: DrawnTask, half: float, part: str, groups: tuple[str, ...]) -> Mark:
    """The mark of a task, its height to be found."""
    return Mark(
        id=task_id(task),
        label=short_name(task),
        shape="box",
        x=0,
        y=0,
        fill=TASK.fill,
        border=TASK.border,
        size=round(half),
        ink=INK,
        font=FONT,
        tip=tip_of(task),
        groups=groups,
        part=part,
    )


@dataclass(frozen=True, slots=True)
class SideMark:
    """One beside the tasks, a unit, a leader or a plan: its mark's id, words and shape, and the ids of its tasks."""

    id: str
    words: str
    shape: Shape
    tasks: tuple[str, ...]
    groups: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Half the width of its mark, whose area grows with its tasks."""
        return round(7 + 4 * math.sqrt(len(self.tasks)))

    @property
    def label(self) -> str:
        """Its words and how many tasks it has."""
        return f"{self.words} {len(self.tasks)}"


def width(bearers: Sequence[SideMark]) -> float:
    """Half the width of the widest."""
    return max((text_width(one.label, LABEL) / 2 for one in bearers), default=0.0) + 14


def bearer_column(bearers: Sequence[SideMark], heights: Mapping[str, float], x: float, part: str) -> Stack:
    """The marks of those beside the tasks, which stand at `heights`, each at the middle of its tasks."""
    half = width(bearers)
    marks = [_bearer_mark(one, round(x), half, part) for one in bearers]
    wishes = {one.id: sum(heights[task] for task in one.tasks) / len(one.tasks) for one in bearers}
    places = near_wishes(wishes, {mark.id: room_of(mark) for mark in marks})
    return Stack(tuple(replace(mark, y=round(places[mark.id])) for mark in marks), x, half)


def _bearer_mark(one: SideMark, x: int, half: float, part: str) -> Mark:
    """The mark of one beside the tasks, its height to be found."""
    paint = PLAN if one.shape == "box" else WHO
    size = round(half) if one.shape == "box" else one.size
    tip = f"{one.words}\n任务 {len(one.tasks)} 项"
    return Mark(
        one.id,
        one.label,
        one.shape,
        x,
        0,
        paint.fill,
        paint.border,
        size=size,
        font=LABEL,
        tip=tip,
        groups=one.groups,
        part=part,
    )


def units_of(tasks: Sequence[DrawnTask]) -> list[SideMark]:
    """The units of tasks, each with the groups of all roles that it has in one of them."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for task in tasks:
        for unit, roles in roles_of(task).items():
            found.setdefault(unit, {})[task_id(task)] = roles
    return [
        SideMark(
            unit_id(unit),
            unit,
            "dot",
            tuple(theirs),
            tuple(r for r in ROLES if any(r in has for has in theirs.values())),
        )
        for unit, theirs in found.items()
    ]


def role_lines(tasks: Sequence[DrawnTask]) -> tuple[Line, ...]:
    """A line from each task to each of its units, in the colour of the unit's strongest role there."""
    return tuple(
        Line(
            start=task_id(task),
            end=unit_id(unit),
            colour=role_colour(roles[0]),
            width=2.0 if roles[0] == "lead" else 1.4,
            tip=f"{short_name(task)} — {unit}：{'、'.join(map(role_words, roles))}",
            opacity=0.6,
            groups=roles,
        )
        for task in tasks
        for unit, roles in roles_of(task).items()
    )


def held_roles(tasks: Sequence[DrawnTask]) -> list[str]:
    """The roles that units have in these tasks, strongest first."""
    held = {role for task in tasks for roles in roles_of(task).values() for role in roles}
    return [role for role in ROLES if role in held]


def role_groups(tasks: Sequence[DrawnTask]) -> tuple[Group, ...]:
    """The roles of units to filter by."""
    return tuple(Group(role, role_words(role), FACET) for role in held_roles(tasks))


def role_keys(tasks: Sequence[DrawnTask]) -> tuple[LegendKey, ...]:
    """The lines of the legend for the roles of units."""
    return tuple(
        LegendKey("line", role_colour(role), f"单位{role_words(role)}", group=role) for role in held_roles(tasks)
    )
