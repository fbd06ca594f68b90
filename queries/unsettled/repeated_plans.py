"""Plans of one paper whose tables repeat each other's tasks: sheets of a workbook, a month each, in which one ledger
goes on. Whether they are one nobody can tell from them alone; loads count their tasks twice meanwhile.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.words.names import content_head, title_form
from queries.rows import TaskRow

LEAST = 2
"""Tasks that two plans must share at least: one alone (加强组织领导) stands in plans of all kinds."""


@dataclass(frozen=True, slots=True)
class RepeatedPlan:
    """A plan most of whose tasks an earlier one of the paper has too: a task of each that they share, how many they
    share, and how many this one has.
    """

    before: TaskRow
    again: TaskRow
    same: int
    of: int


def repeated_plans(tasks: Sequence[TaskRow]) -> Iterator[RepeatedPlan]:
    """The plans that repeat the nearest one before them, in the order of the tasks: those of tables alone are compared,
    by title, beginning of the content and units that lead.
    """
    papers: defaultdict[str, dict[str, list[TaskRow]]] = defaultdict(dict)
    for row in tasks:
        papers[row["document_id"]].setdefault(row["plan"], []).append(row)
    for plans in papers.values():
        tables = [rows for rows in plans.values() if len(rows) >= LEAST and all(row["in_table"] for row in rows)]
        nearest: dict[int, RepeatedPlan] = {}
        for (_, before), (place, again) in combinations(enumerate(tables), 2):
            if told := _repeats(before, again):
                nearest[place] = told
        yield from (nearest[place] for place in sorted(nearest))


def _repeats(before: Sequence[TaskRow], again: Sequence[TaskRow]) -> RepeatedPlan | None:
    known, own = (Counter(map(_form, rows)) for rows in (before, again))
    same = (known & own).total()
    if same < LEAST or 2 * same <= min(len(before), len(again)):
        return None
    shared = next(row for row in again if _form(row) in known)
    return RepeatedPlan(next(row for row in before if _form(row) == _form(shared)), shared, same, len(again))


def _form(row: TaskRow) -> tuple[str, str, tuple[str, ...]]:
    return title_form(row["title"]), content_head(row["content"]), tuple(sorted(row["lead_units"]))
