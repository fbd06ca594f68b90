"""Figures above a list of somebody's tasks: how many fall due in this month, in the next, and how many there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from api.pages.days import month_words
from api.pages.people.months import MonthBar, columns, count_months
from api.pages.view import View
from queries.period import month_of
from queries.rows import TaskRow


@dataclass(frozen=True, slots=True)
class DueFigure:
    """A figure, what it counts, and the month that the list is narrowed to by it ("" for all tasks)."""

    words: str
    tasks: int
    month: str


def due_figures(view: View, rows: Sequence[TaskRow]) -> list[DueFigure]:
    """The figures of rows of tasks, by the month of the day that the reader looks from."""
    counts = count_months(rows)
    months = [month_of(view.day, ahead) for ahead in (0, 1)]
    due = [DueFigure(view.say("chosen.due", period=month_words(view.lang, one)), counts[one], one) for one in months]
    return [*due, DueFigure(view.say("chosen.all"), len(rows), "")]


def months_of_list(view: View, rows: Sequence[TaskRow]) -> list[MonthBar]:
    """The months of rows of tasks, each leading to the list of the same page that is narrowed to it."""
    counts = count_months(rows)
    return columns(view.lang, counts, view.day, lambda month: f"{view.links.here(page='', due=month)}#list")
