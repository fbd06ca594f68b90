"""How many deadlines fall into each month, as columns of a small chart."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from api.pages.days import month_words
from api.settings import Language
from queries.rows import TaskRow
from viz.pictures.months import span

HEIGHT = 72
STEP = 34


@dataclass(frozen=True, slots=True)
class MonthBar:
    """One month of a chart: its place and height in pixels, and what it says."""

    month: str
    words: str
    count: int
    x: int
    height: int
    opens_year: bool


def count_months(rows: Iterable[TaskRow]) -> Counter[str]:
    """The months of the deadlines of rows of tasks; a task counts once in a month."""
    months: Counter[str] = Counter()
    for row in rows:
        months.update({day[:7] for day in row["due_dates"]})
    return months


def columns(lang: Language, counts: Mapping[str, int]) -> list[MonthBar]:
    """The columns of a chart of tasks by month."""
    if not counts:
        return []
    tallest = max(counts.values())
    found: list[MonthBar] = []
    for index, month in enumerate(span(counts)):
        count = counts.get(month, 0)
        height = round(HEIGHT * count / tallest) if count else 0
        opens = not found or found[-1].month[:4] != month[:4]
        found.append(MonthBar(month, month_words(lang, month), count, index * STEP, height, opens))
    return found
