"""Periods as typed, and the tasks that fall into them."""

import pytest

from graph.errors import UsageError
from queries.period import ALWAYS, Period, meets, parse, year

YEAR = Period("2021-01-01", "2021-12-31", "2021")


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021年", "2021-01-01", "2021-12-31"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2021年6月", "2021-06-01", "2021-06-30"),
        ("2021-06-15", "2021-06-15", "2021-06-15"),
        ("2021-01..2021-06", "2021-01-01", "2021-06-30"),
        ("2021-03-05 至 2022", "2021-03-05", "2022-12-31"),
    ],
)
def test_a_period_is_typed_as_year_month_day_or_two_of_them(typed: str, first: str, last: str) -> None:
    period = parse(typed)
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize("typed", ["", "soon", "2021-13", "2021-02-30", "2022..2021", "2021..2022..2023", "21"])
def test_what_is_no_period_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="period"):
        parse(typed)


@pytest.mark.parametrize(
    ("start", "due_dates", "issued_on", "met"),
    [
        ("", (), "2019-01-01", True),
        ("", ("2021-06-30",), "2021-08-19", True),
        ("", ("2020-12-31",), "2020-01-01", False),
        ("", ("2022-12-31",), "2021-08-19", True),
        ("", ("2020-06-30", "2022-06-30"), "2022-01-01", True),
        ("2022-01-01", ("2025-12-31",), "2021-08-19", False),
        ("2022-01-01", (), "2021-08-19", False),
        ("2020-01-01", (), "2020-01-01", True),
        ("", ("2022-12-31",), "", False),
    ],
)
def test_a_task_meets_a_period_from_its_start_or_issue_to_its_last_deadline(
    start: str, due_dates: tuple[str, ...], issued_on: str, *, met: bool
) -> None:
    assert meets(YEAR, start, due_dates, issued_on) is met
    assert meets(ALWAYS, start, due_dates, issued_on)


def test_without_any_issue_date_the_period_is_always() -> None:
    assert year("") == ALWAYS
    assert year("2021-08-19") == YEAR
