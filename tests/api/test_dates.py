"""Days typed on the command line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.dates import day


@pytest.mark.parametrize(
    ("typed", "last", "first"),
    [
        ("2021-2", "2021-02-28", "2021-02-01"),
        ("2024年2月", "2024-02-29", "2024-02-01"),
        ("2021", "2021-12-31", "2021-01-01"),
        ("2021年", "2021-12-31", "2021-01-01"),
    ],
)
def test_a_month_or_a_year_counts_as_a_whole(typed: str, last: str, first: str) -> None:
    assert (day(typed), day(typed, last=False)) == (last, first)


@pytest.mark.parametrize("typed", ["", "2021-12-31", "2021-02-30", "2021-13", "tomorrow", "0000", "2021年6月5日"])
def test_all_else_is_left_to_the_query(typed: str) -> None:
    assert day(typed) == typed


@given(st.dates())
def test_the_month_of_a_day_runs_from_its_first_to_its_last_day(typed: date) -> None:
    month = f"{typed:%Y}".rjust(4, "0") + f"-{typed.month}"
    assert day(month, last=False) <= typed.isoformat() <= day(month)
