"""How tasks are divided: a column of tasks, and beside it, each at the middle of its tasks, plans, leaders and units.

`viz.leader` and `viz.plan` choose the columns; what they share stands here, so that the two look alike.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from viz.layers import beside, stack
from viz.layout import Room, text_width
from viz.palette import EDGE, INK, PAPER, ROLES, VERDICTS, Paint, role_colour, role_words
from viz.picture import Group, Key, Line, Mark, Shape
from viz.room import LEADING
from viz.tasks import Task, roles_of, short_name, tip_of

FONT = 14
LABEL = 15
TASK = Paint("#ffffff", "#a9b4ba")
PLAN = Paint("#e9eff2", "#7f99a6")
WHO = VERDICTS["not overloaded"]
BOX = Room(0, 17, 17)
HEADING = Room(0, 14, 10)
AWAY = 210.0
"""Pixels between the sides of two columns, for the lines between them."""

FACET = "单位职责"


@dataclass(frozen=True, slots=True)
class Column:
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


def task_id(task: Task) -> str:
    """The id of a task's mark."""
    return f"task {task['task_id']}"


def unit_id(name: str) -> str:
    """The id of a unit's mark."""
    return f"unit {name}"


def task_column(
    tasks: Sequence[Task],
    heading: Callable[[Task], str],
    parts: Mapping[str, str],
    groups: Mapping[str, tuple[str, ...]],
) -> Column:
    """The tasks in their order around x = 0, under a heading wherever it changes and is not ""; `parts` and `groups`
    are those of each task's mark, by its id. What folds together should stand together.
    """
    half = max(text_width(short_name(task), FONT) for task in tasks) / 2 + 16
    ahead = ["", *map(heading, tasks)]
    entries: list[tuple[Room, Callable[[int], Mark]]] = []
    for before, task in zip(ahead, tasks, strict=False):
        words, part = heading(task), parts[task_id(task)]
        if words and words != before:
            entries.append((HEADING, _heading_maker(words, len(entries), part)))
        entries.append((BOX, _task_maker(task, half, part, groups.get(task_id(task), ()))))
    heights = stack([room for room, _ in entries])
    marks = [make(round(y)) for (_, make), y in zip(entries, heights, strict=True)]
    return Column(tuple(marks), 0, half)


def _heading_maker(words: str, number: int, part: str) -> Callable[[int], Mark]:
    def make(y: int) -> Mark:
        return Mark(f"heading {number}", words, "text", 0, y, PAPER, PAPER, ink=EDGE, font=FONT, part=part)

    return make


def _task_maker(task: Task, half: float, part: str, groups: tuple[str, ...]) -> Callable[[int], Mark]:
    def make(y: int) -> Mark:
        return Mark(
            id=task_id(task),
            label=short_name(task),
            shape="box",
            x=0,
            y=y,
            fill=TASK.fill,
            border=TASK.border,
            size=round(half),
            ink=INK,
            font=FONT,
            tip=tip_of(task),
            groups=groups,
            part=part,
        )

    return make


@dataclass(frozen=True, slots=True)
class Bearer:
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

    @property
    def room(self) -> Room:
        """What its mark and label take."""
        half = text_width(self.label, LABEL) / 2
        return BOX if self.shape == "box" else Room(max(half, self.size), self.size + 8, self.size + LEADING * LABEL)


def width(bearers: Sequence[Bearer]) -> float:
    """Half the width of the widest."""
    return max((text_width(one.label, LABEL) / 2 for one in bearers), default=0.0) + 14


def bearer_column(bearers: Sequence[Bearer], heights: Mapping[str, float], x: float, part: str) -> Column:
    """The marks of those beside the tasks, which stand at `heights`, each at the middle of its tasks."""
    rooms = {one.id: one.room for one in bearers}
    wishes = {one.id: sum(heights[task] for task in one.tasks) / len(one.tasks) for one in bearers}
    places = beside(wishes, rooms)
    half = width(bearers)
    marks = tuple(_bearer_mark(one, round(x), round(places[one.id]), half, part) for one in bearers)
    return Column(marks, x, half)


def _bearer_mark(one: Bearer, x: int, y: int, half: float, part: str) -> Mark:
    paint = PLAN if one.shape == "box" else WHO
    size = round(half) if one.shape == "box" else one.size
    tip = f"{one.words}\n任务 {len(one.tasks)} 项"
    return Mark(
        one.id,
        one.label,
        one.shape,
        x,
        y,
        paint.fill,
        paint.border,
        size=size,
        font=LABEL,
        tip=tip,
        groups=one.groups,
        part=part,
    )


def units_of(tasks: Sequence[Task]) -> list[Bearer]:
    """The units of tasks, each with the groups of all roles that it has in one of them."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for task in tasks:
        for unit, roles in roles_of(task).items():
            found.setdefault(unit, {})[task_id(task)] = roles
    return [
        Bearer(
            unit_id(unit),
            unit,
            "dot",
            tuple(theirs),
            tuple(r for r in ROLES if any(r in has for has in theirs.values())),
        )
        for unit, theirs in found.items()
    ]


def role_lines(tasks: Sequence[Task]) -> tuple[Line, ...]:
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


def held_roles(tasks: Sequence[Task]) -> list[str]:
    """The roles that units have in these tasks, strongest first."""
    held = {role for task in tasks for roles in roles_of(task).values() for role in roles}
    return [role for role in ROLES if role in held]


def role_groups(tasks: Sequence[Task]) -> tuple[Group, ...]:
    """The roles of units to filter by."""
    return tuple(Group(role, role_words(role), FACET) for role in held_roles(tasks))


def role_keys(tasks: Sequence[Task]) -> tuple[Key, ...]:
    """The lines of the legend for the roles of units."""
    return tuple(Key("line", role_colour(role), f"单位{role_words(role)}", group=role) for role in held_roles(tasks))
