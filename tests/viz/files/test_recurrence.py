"""Deadlines that recur, as rules of a calendar: by hand, and beside the rules as a library understands them."""

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped] # icalendar brings it, without types
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import vRecur

from tests.effort import examples
from viz.files.recurrence import Recurrence, recurrences

DAY = date(2021, 1, 1)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("每月28日前", ["2021-01-28", "2021-02-28", "2021-03-28"]),
        ("每月底前", ["2021-01-31", "2021-02-28", "2021-03-31"]),
        ("每月30日", ["2021-01-30", "2021-02-28", "2021-03-30"]),
        ("每季度末", ["2021-03-31", "2021-06-30", "2021-09-30"]),
        ("每季度末月25日前", ["2021-03-25", "2021-06-25", "2021-09-25"]),
        ("每季度首月10日前报送", ["2021-01-10", "2021-04-10", "2021-07-10"]),
        ("每半年末", ["2021-06-30", "2021-12-31", "2022-06-30"]),
        ("每年12月底前", ["2021-12-31", "2022-12-31", "2023-12-31"]),
        ("每年年底", ["2021-12-31", "2022-12-31", "2023-12-31"]),
        ("每年6月30日前", ["2021-06-30", "2022-06-30", "2023-06-30"]),
        ("每周五", ["2021-01-01", "2021-01-08", "2021-01-15"]),
        ("每星期日下班前", ["2021-01-03", "2021-01-10", "2021-01-17"]),
    ],
)
def test_a_deadline_falls_on_days(words: str, first: list[str]) -> None:
    [rule] = recurrences(words)
    assert [day.isoformat() for day in days(rule, 3)] == first


def test_two_deadlines_a_year_are_two_rules() -> None:
    assert [one.months for one in recurrences("每年6月底、12月底前")] == [(6,), (12,)]


@pytest.mark.parametrize(
    "words", ["", "每月一次", "每季度", "每年", "定期", "2021年12月底前", "每月32日", "每年13月底", "每月0日", "长期"]
)
def test_what_states_no_day_is_no_rule(words: str) -> None:
    assert recurrences(words) == ()


RULES = st.one_of(
    st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]).map(lambda one: Recurrence(weekday=one)),
    st.builds(
        Recurrence,
        months=st.sampled_from([tuple(range(1, 13)), (3, 6, 9, 12), (1, 4, 7, 10), (6, 12), (2,), (12,)]),
        day=st.integers(1, 31),
    ),
)


@settings(max_examples=examples(60), deadline=None)
@given(RULES, st.dates(date(2019, 1, 1), date(2030, 1, 1)))
def test_a_rule_of_a_calendar_means_the_same_days(rule: Recurrence, day: date) -> None:
    first = rule.first_from(day)
    written = str(vRecur(rule.rule()).to_ical(), "ascii")  # type: ignore[no-untyped-call]
    start = datetime(first.year, first.month, first.day)  # noqa: DTZ001 - days have no zones
    by_library = [one.date() for one in rrulestr(written, dtstart=start)[:6]]
    assert by_library == days(rule, 6, first)


def days(rule: Recurrence, number: int, start: date = DAY) -> list[date]:
    """The first days on which a rule recurs."""
    found: list[date] = []
    while len(found) < number:
        found.append(rule.first_from(found[-1] + timedelta(days=1) if found else start))
    return found
