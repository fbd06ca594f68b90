"""How deadlines stand to a day, by hand, and as the store finds those that stand so."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import UsageError
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from queries.chosen import Choice, chosen, rows_of
from queries.listing.due import DUE_STATES, counting_deadline, days_after, days_before, due_state
from tests.effort import examples
from tests.queries.town import town

DAYS = ("2021-03-31", "2021-06-30", "2021-12-31")


@pytest.mark.parametrize(
    ("day", "counting", "state"),
    [
        ("2020-01-01", "2021-03-31", "later"),
        ("2021-02-27", "2021-03-31", "later"),
        ("2021-02-28", "2021-03-31", "soon"),
        ("2021-03-31", "2021-03-31", "soon"),
        ("2021-04-01", "2021-06-30", "later"),
        ("2021-12-31", "2021-12-31", "soon"),
        ("2022-01-01", "2021-12-31", "past"),
    ],
)
def test_the_next_deadline_counts_and_behind_all_the_last(day: str, counting: str, state: str) -> None:
    assert (counting_deadline(DAYS, day), due_state(DAYS, day)) == (counting, state)


def test_without_a_day_nothing_counts() -> None:
    assert (counting_deadline((), "2021-01-01"), due_state((), "2021-01-01")) == ("", "none")


def test_days_end_where_the_calendar_does() -> None:
    assert (days_after("9999-12-30", 31), days_before("0001-01-02", 9)) == ("9999-12-31", "0001-01-01")


@pytest.fixture(scope="module")
def store() -> Store:
    opened = open_store(":memory:")
    opened.replace(Facts(), town())
    return opened


@settings(max_examples=examples(40), deadline=None)
@given(st.dates(date(2019, 1, 1), date(2027, 1, 1)))
def test_each_task_is_in_the_one_state_that_its_deadlines_say(store: Store, day: date) -> None:
    iso = day.isoformat()
    states = {row["task_id"]: due_state(row["due_dates"], iso) for row in rows_of(store, chosen(store, Choice()))}
    for state in DUE_STATES:
        found = chosen(store, Choice(due_state=state, seen_from=iso))
        assert set(found) == {task for task, one in states.items() if one == state}


def test_a_state_that_is_none_is_refused(store: Store) -> None:
    with pytest.raises(UsageError):
        chosen(store, Choice(due_state="overdue", seen_from="2021-01-01"))
