"""Columns of months: an even axis, the month that is looked from, where each leads."""

from itertools import pairwise

import pytest

from api.pages.people.months import NARROW, STEP, MonthBar, columns, count_months
from tests.viz.task_rows import row


def made(counts: dict[str, int], day: str = "2021-06-15") -> list[MonthBar]:
    return columns("zh", counts, day, lambda month: f"/tasks?due={month}")


def test_months_without_deadlines_have_their_room_too() -> None:
    found = made({"2021-04": 2, "2021-08": 1})
    assert [one.month for one in found] == [f"2021-0{number}" for number in range(4, 9)]
    assert {after.x - before.x for before, after in pairwise(found)} == {STEP}
    assert [one.count for one in found] == [2, 0, 0, 0, 1]
    assert [one.month for one in found if one.now] == ["2021-06"]
    assert found[0].address == "/tasks?due=2021-04"


@pytest.mark.parametrize(
    ("day", "shown"),
    [("2022-01-10", True), ("2022-08-31", True), ("2020-04-01", True), ("2026-01-01", False), ("2010-01-01", False)],
)
def test_the_month_that_is_looked_from_is_marked_where_it_is_near(day: str, shown: bool) -> None:  # noqa: FBT001
    found = made({"2021-04": 2, "2021-08": 1}, day)
    assert any(one.now for one in found) == shown
    assert [one.month for one in found] == sorted(one.month for one in found)


def test_a_long_time_has_narrow_columns_on_an_even_axis() -> None:
    found = made({"2021-01": 1, "2025-12": 6})
    assert len(found) == 60
    assert {after.x - before.x for before, after in pairwise(found)} == {NARROW}
    assert [one.month[:4] for one in found if one.opens_year] == ["2021", "2022", "2023", "2024", "2025"]
    assert [one.label for one in found if one.label] == ["1", "12"]


def test_no_deadlines_are_no_chart() -> None:
    assert made({}) == []


def test_a_month_counts_a_task_once() -> None:
    counts = count_months([row(due_dates=("2021-11-01", "2021-11-30", "2021-12-31")), row()])
    assert counts == {"2021-11": 1, "2021-12": 2}


def test_of_more_than_ten_years_only_months_with_deadlines_are_shown() -> None:
    assert [one.month for one in made({"2021-01": 1, "2031-06": 2}, "2021-01-01")] == ["2021-01", "2031-06"]
