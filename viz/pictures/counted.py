"""A lineage with the number of tasks that concern each place, written on its box."""

from collections.abc import Mapping
from dataclasses import replace

from viz.layout.layout import text_width
from viz.layout.room import PADDING
from viz.palette import INK
from viz.picture import Mark, Picture


def with_tasks(picture: Picture, tasks: Mapping[str, int], own: str = "") -> Picture:
    """The same picture with the number of tasks of each place, by the id of its mark; places without tasks stay as
    they are, and all boxes of places are as wide as before or as the widest needs. The place `own` has a dark border.
    """
    marks = {mark.id: _counted(mark, tasks[mark.id]) for mark in picture.marks if mark.id in tasks}
    widest = max((text_width(mark.label, mark.font) / 2 + PADDING for mark in marks.values()), default=0.0)
    wide = {name: replace(mark, size=max(mark.size, round(widest + 1))) for name, mark in marks.items()}
    if own in wide:
        wide[own] = replace(wide[own], border=INK)
    return replace(picture, marks=tuple(wide.get(mark.id, mark) for mark in picture.marks))


def _counted(mark: Mark, tasks: int) -> Mark:
    if not tasks:
        return mark
    return replace(mark, label=f"{mark.label} {tasks}项任务", tip=f"{mark.tip}\n涉及任务 {tasks} 项")
