"""A week of the ledger: what falls due, what fell due and is not reported done, and what was reported.

The week begins on its Monday and reaches to the seventh day ahead, so that on a Friday the next week shows too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from api.ledger.rows import LedgerRow
from api.settings import Language
from api.words import words
from graph.messages.sentences import say
from graph.reports.standing import SOON, days_after
from graph.words.signs import EDGES


@dataclass(frozen=True, slots=True)
class Week:
    """The rows of a week, from `first` to `last` (ISO): those `behind` fell due before or within it and are not
    reported done, those `ahead` fall due within it, `reported` has those of which something was reported within it.
    """

    first: str
    last: str
    behind: tuple[LedgerRow, ...]
    ahead: tuple[LedgerRow, ...]
    reported: tuple[LedgerRow, ...]

    @property
    def open(self) -> tuple[LedgerRow, ...]:
        """What somebody may be reminded of."""
        return self.behind + self.ahead

    def parts(self) -> Iterator[tuple[str, LedgerRow]]:
        """All rows, each with its part."""
        for name, rows in (("behind", self.behind), ("ahead", self.ahead), ("reported", self.reported)):
            yield from ((name, row) for row in rows)


def week_of(rows: Sequence[LedgerRow], day: str) -> Week:
    """The week in which a day (ISO) lies; those that are due longest come first."""
    today = date.fromisoformat(day)
    first = (today - timedelta(days=today.weekday())).isoformat()
    by_due = sorted(rows, key=lambda row: row["next_due"])
    return Week(
        first,
        days_after(day, SOON),
        tuple(row for row in by_due if row["standing"] in {"due unreported", "due still open"}),
        tuple(row for row in by_due if row["standing"] == "due soon"),
        tuple(row for row in rows if any(first <= one <= day for one in (row["day"], row["recorded"]))),
    )


def _day(row: LedgerRow) -> str:
    """The day by which a task is due next, where its words do not say it already."""
    return row["next_due"] if row["next_due"] != row["due_text"].strip() else ""


def reminder(lang: Language, whom: str, rows: Sequence[LedgerRow], day: str) -> str:
    """The text by which somebody is reminded of tasks: each in the words of its paper, with its deadline, how it stands
    and where the paper says so; "" where there is none. `whom` is addressed, "" for nobody by name.
    """
    if not rows:
        return ""
    number = len(rows)
    head = say(lang, "remind.head", whom=whom, day=day, number=number) if whom else ""
    lines = [head or say(lang, "remind.head_all", day=day, number=number)]
    for number, row in enumerate(rows, start=1):
        units = "、".join(dict.fromkeys((*row["lead_units"], *row["responsible_units"])))
        standing = words.value(lang, "standing", row["standing"])
        said = "：".join(filter(None, (row["title"], words.further(row["content"], row["title"]))))
        lines.append(
            say(
                lang,
                "remind.task",
                number=number,
                units=units or "—",
                words=said.rstrip(EDGES),
                due=row["due_text"],
                standing="，".join(dict.fromkeys(filter(None, (_day(row), standing)))),
                document=row["document"],
                source=row["sources"][0] if row["sources"] else "",
            )
        )
    lines.append(say(lang, "remind.foot"))
    return "\n".join(lines) + "\n"
