"""A list of tasks as it is handed on, on paper and in files alike: what each line says, in which columns, by date, with
what it rests on and the day up to which it tells.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from graph.messages.message import message
from graph.messages.sentences import say
from graph.messages.tables import Lang
from queries.listing.due import counting_deadline
from queries.rows import TaskRow

Said = Literal["number", "title", "content", "lead", "others", "leaders", "due", "progress", "notes"]
"""What a line says, in the order of its columns."""

SAID: tuple[Said, ...] = get_args(Said)
Beside = Literal["item", "plan", "sources", "last_day", "whole", "task_id"]
"""What stands behind what a line says, in files for those who go on working with it."""


def headings(lang: Lang) -> dict[Said, str]:
    """What the columns of a list are called, in their order."""
    return {key: say(lang, f"handed.{key}") for key in SAID}


def heading_beside(lang: Lang, key: Beside) -> str:
    """What a column behind those is called."""
    return say(lang, f"handed.{key}")


@dataclass(frozen=True, slots=True)
class HandedList:
    """The tasks of a list, and what is said around them.

    `sentence` says what was chosen, `until` up to which day it tells (截至…), `day` is that day (ISO). `basis` names
    the papers that it rests on. `cited` has by task where it stands, as people tell it. `address` is where the pages of
    the tasks are served (`address` and the id), "" where they are not. `lang` is the language of all that is said
    around the words of papers.
    """

    title: str
    sentence: str
    until: str
    day: str
    rows: Sequence[TaskRow]
    basis: str = ""
    cited: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    address: str = ""
    lang: Lang = "zh"

    @property
    def heading(self) -> str:
        """The title with the day."""
        return say(self.lang, "taken.dated", title=self.title, until=self.until)

    @property
    def last_line(self) -> str:
        """What the list rests on, and the day."""
        if not self.basis:
            return say(self.lang, "taken.ended", words=self.until)
        return say(self.lang, "taken.based", basis=self.basis, until=self.until)

    def by_date(self) -> list[TaskRow]:
        """The tasks by the deadline that counts on the day, those without one in the end, else in their order."""
        return sorted(self.rows, key=lambda row: counting_deadline(row["due_dates"], self.day) or "9999")

    def sources(self, row: TaskRow) -> tuple[str, ...]:
        """Where a task stands, as people tell it, else path and line."""
        return self.cited.get(row["task_id"], row["sources"])


def said(number: int, row: TaskRow, lang: Lang) -> dict[Said, str]:
    """What the line of a task says, by column; its progress is left open to be filled in."""
    title = row["title"] or row["content"]
    return {
        "number": str(number),
        "title": title,
        "content": row["content"] if row["content"] != title else "",
        "lead": "、".join(row["lead_units"]),
        "others": "\n".join(filter(None, ("、".join(row["responsible_units"]), _supporting(row, lang)))),
        "leaders": "、".join((*row["leaders"], *row["leader_roles"])),
        "due": row["due_text"],
        "progress": "",
        "notes": notes(row, lang),
    }


def notes(row: TaskRow, lang: Lang) -> str:
    """What is to be known of a task beside: that it was replaced, what a person put right, and what was read there."""
    told = [say(lang, "taken.replaced")] if row["replaced"] else []
    for one, read in zip(row["corrected"], row["as_read"], strict=True):
        told.append(say(lang, "taken.corrected", field=message(f"field.{one}"), read=read or message("taken.nothing")))
    return "\n".join(told)


def _supporting(row: TaskRow, lang: Lang) -> str:
    return say(lang, "taken.supporting", units="、".join(row["supporting_units"])) if row["supporting_units"] else ""
