"""Plans of one paper whose tables repeat each other's tasks: sheets of a workbook, a month each, in which one ledger
goes on. Whether they are one nobody can tell from them alone; loads count their tasks twice meanwhile.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from graph.words.names import content_head, title_form
from queries.rows import TaskRow

_Form = tuple[str, str, tuple[str, ...]]
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


class _Sheet(NamedTuple):
    """The tasks of a plan, and how often each of their forms stands in it."""

    rows: Sequence[TaskRow]
    forms: Counter[_Form]


def repeated_plans(tasks: Sequence[TaskRow]) -> Iterator[RepeatedPlan]:
    """The plans that repeat the nearest one before them, in the order of the tasks: those of tables alone are compared,
    by title, beginning of the content and units that lead.
    """
    papers: defaultdict[str, dict[str, list[TaskRow]]] = defaultdict(dict)
    for row in tasks:
        papers[row["document_id"]].setdefault(row["plan"], []).append(row)
    for plans in papers.values():
        tables = [
            _Sheet(rows, Counter(map(_form, rows)))
            for rows in plans.values()
            if len(rows) >= LEAST and all(row["in_table"] for row in rows)
        ]
        nearest: dict[int, RepeatedPlan] = {}
        for (_, before), (place, again) in combinations(enumerate(tables), 2):
            if told := _repeats(before, again):
                nearest[place] = told
        yield from (nearest[place] for place in sorted(nearest))


def _repeats(before: _Sheet, again: _Sheet) -> RepeatedPlan | None:
    same = (before.forms & again.forms).total()
    if same < LEAST or 2 * same <= min(len(before.rows), len(again.rows)):
        return None
    shared = next(row for row in again.rows if _form(row) in before.forms)
    earlier = next(row for row in before.rows if _form(row) == _form(shared))
    return RepeatedPlan(earlier, shared, same, len(again.rows))


def _form(row: TaskRow) -> _Form:
    return title_form(row["title"]), content_head(row["content"]), tuple(sorted(row["lead_units"]))
