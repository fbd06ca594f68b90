"""Tasks on a line of time: a bar from the beginning to the last deadline, a mark for each deadline."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from api.pages.tasks.rows import TaskLine
from queries.rows import TaskRow

LEFT = 250
WIDTH = 700
TOP = 30
ROW = 24
LETTERS = 17
MOST = 60
"""Rows at most: beyond, a picture tells no more than the table."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A month or year on the line of time."""

    words: str
    x: float
    strong: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """One task: its words, the stretch of its time, and its deadlines, in pixels."""

    task_id: str
    words: str
    title: str
    y: int
    start: float
    end: float
    marks: tuple[float, ...]
    open_end: bool
    tone: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole picture; `now` is the day looked from, None where it lies outside."""

    width: int
    height: int
    left: int
    top: int
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    now: float | None
    more: int


def timeline(lines: Iterable[TaskLine], day: str) -> Timeline | None:
    """The picture of the tasks that have a deadline, by the first of them; None where none has."""
    dated = [line for line in lines if line.row["due_dates"]]
    if not dated:
        return None
    dated.sort(key=lambda line: (_dates(line.row)[-1], _begin(line.row), line.row["task_id"]))
    shown = dated[:MOST]
    first = date.fromisoformat(min(_begin(line.row) for line in shown)).replace(day=1)
    last = date.fromisoformat(max(_dates(line.row)[-1] for line in shown))
    scale = _Scale(first, max((last - first).days + 1, 28))
    return Timeline(
        width=LEFT + WIDTH + 12,
        height=TOP + ROW * len(shown) + 8,
        left=LEFT,
        top=TOP,
        ticks=tuple(scale.ticks(last)),
        bars=tuple(_bar(line, TOP + ROW * number, scale) for number, line in enumerate(shown)),
        now=scale.at(day) if first.isoformat() <= day <= last.isoformat() else None,
        more=len(dated) - len(shown),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a day stands."""

    first: date
    days: int

    def at(self, day: str) -> float:
        return round(LEFT + WIDTH * (date.fromisoformat(day) - self.first).days / self.days, 1)

    def ticks(self, last: date) -> list[Tick]:
        """Months, every third one or only years where time is long."""
        step = next((step for step in (1, 3, 12) if self.days / 30.4 / step <= 18), 12)  # noqa: PLR2004 - words fit
        found = []
        for year in range(self.first.year, last.year + 1):
            for month in range(1, 13, step):
                day = date(year, month, 1)
                if self.first <= day <= last:
                    words = str(year) if month == 1 or day == self.first else str(month)
                    found.append(Tick(words, self.at(day.isoformat()), month == 1))
        return found


def _bar(line: TaskLine, y: int, scale: _Scale) -> Bar:
    row = line.row
    title = row["title"] or row["content"]
    dates = _dates(row)
    return Bar(
        task_id=row["task_id"],
        words=title if len(title) <= LETTERS else f"{title[: LETTERS - 1]}…",
        title=title,
        y=y,
        start=scale.at(_begin(row)),
        end=scale.at(dates[-1]),
        marks=tuple(scale.at(day) for day in dates),
        open_end=row["ongoing"],
        tone=line.standing.tone,
    )


def _begin(row: TaskRow) -> str:
    """The stated start, else the earlier of issue date and first deadline."""
    return row["start"] or min(row["issued_on"] or "9999", _dates(row)[0])


def _dates(row: TaskRow) -> tuple[str, ...]:
    return tuple(sorted(row["due_dates"]))
