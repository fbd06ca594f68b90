"""Rules of deadlines that come again, beside the rules as a library of calendars understands them."""

from datetime import date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped] # icalendar brings it, without types
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import vRecur

from graph.words.recurrence import ALL_MONTHS, RecurrenceRule
from tests.effort import examples

RULES = st.one_of(
    st.integers(0, 6).map(lambda one: RecurrenceRule(weekday=one)),
    st.builds(
        RecurrenceRule,
        months=st.sampled_from([ALL_MONTHS, (3, 6, 9, 12), (1, 4, 7, 10), (6, 12), (2,), (12,)]),
        day=st.integers(1, 31),
    ),
)


@settings(max_examples=examples(60), deadline=None)
@given(RULES, st.dates(date(2019, 1, 1), date(2030, 1, 1)))
def test_a_rule_of_a_calendar_means_the_same_days(rule: RecurrenceRule, day: date) -> None:
    found = [rule.first_from(day)]
    while len(found) < 6:
        last = found[-1]
        assert last is not None
        assert rule.first_from(last) == last
        found.append(rule.first_from(last + timedelta(days=1)))
    written = str(vRecur(rule.rule()).to_ical(), "ascii")  # type: ignore[no-untyped-call]
    assert found[0] is not None
    start = datetime.combine(found[0], datetime.min.time())
    assert [one.date() for one in rrulestr(written, dtstart=start)[:6]] == found


@pytest.mark.parametrize(
    ("rule", "day", "first"),
    [
        (RecurrenceRule(months=(2,), day=31), date(2024, 2, 1), date(2024, 2, 29)),
        (RecurrenceRule(months=ALL_MONTHS, day=31), date(9999, 12, 31), date(9999, 12, 31)),
        (RecurrenceRule(months=(6,), day=30), date(9999, 12, 31), None),
        (RecurrenceRule(weekday=0), date(9999, 12, 31), None),
        (RecurrenceRule(months=(6,), day=30, year=2021), date(2021, 7, 1), None),
        (RecurrenceRule(months=(6,), day=30, year=2021), date(2019, 7, 1), date(2021, 6, 30)),
    ],
)
def test_the_first_day_from_a_day_on(rule: RecurrenceRule, day: date, first: date | None) -> None:
    assert rule.first_from(day) == first
