"""A list of tasks as it is handed on, on paper and in files alike: what each line says, in which columns, by date, with
what it rests on and the day up to which it tells.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from queries.listing.due import counting_deadline
from queries.rows import TaskRow

Said = Literal["number", "title", "content", "lead", "others", "leaders", "due", "progress", "notes"]
"""What a line says, in the order of its columns."""

HEADINGS: Mapping[Said, str] = {
    "number": "序号",
    "title": "任务",
    "content": "工作内容",
    "lead": "牵头",
    "others": "责任（配合）",
    "leaders": "责任领导",
    "due": "完成时限",
    "progress": "办理情况",
    "notes": "备注",
}
FIELDS = {
    "title": "任务名称",
    "content": "工作内容",
    "lead_units": "牵头单位",
    "responsible_units": "责任单位",
    "supporting_units": "配合单位",
    "leaders": "责任领导",
    "lead_leaders": "牵头领导",
    "due_text": "完成时限",
    "due": "最后期限",
    "task": "任务（补录）",
    "one_task": "两项并为一项",
    "two_tasks": "一项拆为两项",
}
"""What a person may have put right in a task."""


@dataclass(frozen=True, slots=True)
class HandedList:
    """The tasks of a list, and what is said around them.

    `sentence` says what was chosen, `until` up to which day it tells (截至…), `day` is that day (ISO). `basis` names
    the papers that it rests on. `cited` has by task where it stands, as people tell it. `address` is where the pages of
    the tasks are served (`address` and the id), "" where they are not.
    """

    title: str
    sentence: str
    until: str
    day: str
    rows: Sequence[TaskRow]
    basis: str = ""
    cited: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    address: str = ""

    @property
    def heading(self) -> str:
        """The title with the day."""
        return f"{self.title}（{self.until}）"

    @property
    def last_line(self) -> str:
        """What the list rests on, and the day."""
        return "　".join(filter(None, (f"依据：{self.basis}。" if self.basis else "", f"{self.until}。")))

    def by_date(self) -> list[TaskRow]:
        """The tasks by the deadline that counts on the day, those without one in the end, else in their order."""
        return sorted(self.rows, key=lambda row: counting_deadline(row["due_dates"], self.day) or "9999")

    def sources(self, row: TaskRow) -> tuple[str, ...]:
        """Where a task stands, as people tell it, else path and line."""
        return self.cited.get(row["task_id"], row["sources"])


def said(number: int, row: TaskRow) -> dict[Said, str]:
    """What the line of a task says, by column; its progress is left open to be filled in."""
    title = row["title"] or row["content"]
    return {
        "number": str(number),
        "title": title,
        "content": row["content"] if row["content"] != title else "",
        "lead": "、".join(row["lead_units"]),
        "others": "\n".join(filter(None, ("、".join(row["responsible_units"]), _supporting(row)))),
        "leaders": "、".join((*row["leaders"], *row["leader_roles"])),
        "due": row["due_text"],
        "progress": "",
        "notes": notes(row),
    }


def notes(row: TaskRow) -> str:
    """What is to be known of a task beside: that it was replaced, what a person put right, and what was read there."""
    told = ["已被代替"] if row["replaced"] else []
    for one, read in zip(row["corrected"], row["as_read"], strict=True):
        told.append(f"人工更正{FIELDS.get(one, one)}（原文：{read or '无'}）")
    return "\n".join(told)


def _supporting(row: TaskRow) -> str:
    return f"配合：{'、'.join(row['supporting_units'])}" if row["supporting_units"] else ""
