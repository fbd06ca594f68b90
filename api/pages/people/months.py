"""How many deadlines fall into each month, as columns of a small chart: an even axis, the month that is looked from
marked, each column leading to its list.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from api.pages.days import month_words
from api.settings import Language
from queries.rows import TaskRow
from viz.pictures.months import span

HEIGHT = 72
STEP = 34
NARROW = 16
"""Pixels of a month where there are more than `WIDE`."""
WIDE = 24
EVEN = 120
"""Months up to which the axis is even; of a longer time only those with deadlines are shown."""
NEAR = 12
"""Months before or behind the others up to which the one that is looked from is shown too."""


@dataclass(frozen=True, slots=True)
class MonthBar:
    """One month of a chart: its place, width and height in pixels, what it says, where it leads; `now` is the month
    that is looked from.
    """

    month: str
    words: str
    count: int
    x: int
    step: int
    height: int
    opens_year: bool
    address: str
    now: bool

    @property
    def middle(self) -> float:
        """The middle of its column."""
        return self.x + self.step / 2

    @property
    def label(self) -> str:
        """The number of the month, "" where there is no room for it."""
        return str(int(self.month[5:])) if self.step == STEP or self.count else ""


def count_months(rows: Iterable[TaskRow]) -> Counter[str]:
    """The months of the deadlines of rows of tasks; a task counts once in a month."""
    months: Counter[str] = Counter()
    for row in rows:
        months.update({day[:7] for day in row["due_dates"]})
    return months


def columns(lang: Language, counts: Mapping[str, int], day: str, address: Callable[[str], str]) -> list[MonthBar]:
    """The columns of a chart of tasks by month, seen from a day (ISO); `address` is where a month leads."""
    if not counts:
        return []
    now = day[:7]
    near = min(abs(_months(now) - _months(one)) for one in (min(counts), max(counts))) <= NEAR
    shown = span([*counts, *([now] if near or min(counts) < now < max(counts) else [])], EVEN)
    step = STEP if len(shown) <= WIDE else NARROW
    tallest = max(counts.values())
    found: list[MonthBar] = []
    for index, month in enumerate(shown):
        count = counts.get(month, 0)
        height = round(HEIGHT * count / tallest) if count else 0
        opens = not found or found[-1].month[:4] != month[:4]
        words = month_words(lang, month)
        found.append(MonthBar(month, words, count, index * step, step, height, opens, address(month), month == now))
    return found


def _months(month: str) -> int:
    """A month (2021-12) as a number that grows by one from month to month."""
    first = date.fromisoformat(f"{month}-01")
    return first.year * 12 + first.month
