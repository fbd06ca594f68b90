"""What falls due in a month: how many tasks, and the first of them as a table."""

from dataclasses import dataclass

from api.pages.days import month_words
from api.pages.tasks.rows import TaskTable, task_table
from api.pages.view import View
from graph.stores.protocol import Store
from queries.ask import ask
from queries.chosen import Choice, chosen, rows_of
from queries.header import Ids
from queries.period import parse

MOST = 12
"""Tasks of a month that are shown at most."""


@dataclass(frozen=True, slots=True)
class DueMonth:
    """The tasks that are due in a month: how many, and the first of them."""

    month: str
    words: str
    tasks: int
    table: TaskTable


def due_month(view: View, store: Store, month: str, within: Ids) -> DueMonth:
    """The tasks of a month, those that end first shown."""
    days = parse(month)
    ids = chosen(store, Choice(due_after=days.first, due_before=days.last, within=within))
    due = sorted(ask(store, "ids/in_order", tasks=ids), key=lambda row: row["due"]) if ids else []
    shown = [row["task_id"] for row in due[:MOST]]
    rows = sorted(rows_of(store, shown), key=lambda row: shown.index(row["task_id"]))
    return DueMonth(month, month_words(view.lang, month), len(ids), task_table(view, store, rows))
