"""The week of the ledger: deadlines that come again stand in the week in which they fall."""

from typing import cast

import pytest

from api.ledger.rows import LedgerRow
from api.ledger.week import week_of
from graph.reports.standing import Deadlines, standing_on


def row(due_text: str, day: str, due: tuple[str, ...] = (), kind: str = "recurring") -> LedgerRow:
    """A row of a task of which nothing is reported, as far as a week asks for it."""
    deadlines = Deadlines.of(due, kind, due_text)
    values = {
        "standing": standing_on(day, deadlines, None),
        "next_due": deadlines.next(day),
        "due_text": due_text,
        "day": "",
        "recorded": "",
    }
    return cast("LedgerRow", values)


@pytest.mark.parametrize(
    ("words", "day", "behind", "ahead"),
    [
        ("每月25日前", "2026-11-24", 0, 1),
        ("每月25日前", "2026-11-17", 0, 0),
        ("每月25日前", "2026-11-18", 0, 1),
        ("每月25日前", "2026-11-27", 1, 0),
        ("每月25日前", "2026-11-30", 0, 0),
        ("每季度末月25日前", "2026-12-20", 0, 1),
        ("每季度末月25日前", "2026-11-24", 0, 0),
        ("每半年", "2026-12-30", 0, 1),
        ("每年12月底前", "2026-12-28", 0, 1),
        ("每周五前", "2026-11-24", 0, 1),
        ("每周五前", "2026-11-28", 1, 0),
        ("定期", "2026-12-28", 0, 0),
    ],
)
def test_what_comes_again_stands_in_the_week_in_which_it_falls(words: str, day: str, behind: int, ahead: int) -> None:
    week = week_of([row(words, day)], day)
    assert (len(week.behind), len(week.ahead)) == (behind, ahead)


def test_a_report_on_the_way_beside_a_last_day_shows_in_its_week_too() -> None:
    one = row("2026年12月底前，每月25日前报送", "2026-11-24", ("2026-12-31",), "point+recurring")
    assert (one["standing"], one["next_due"]) == ("due soon", "2026-11-25")
    assert week_of([one], "2026-11-24").ahead == (one,)
