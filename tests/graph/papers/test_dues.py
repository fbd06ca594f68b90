"""Deadlines as properties of a task."""

from graph.papers.dues import due_properties
from graph.statements import Due
from tests.graph.saying import row


def test_days_are_sorted_and_keep_the_precision_of_the_words() -> None:
    dues = (
        Due("point", "2021年12月", on="2021-12-31", precision="month"),
        Due("point", "2021年8月5日", on="2021-08-05", precision="day"),
        Due("ongoing", "长期坚持"),
    )
    found = due_properties(row(1, "制度", due_text="原文", dues=dues))
    assert found == {
        "due_text": "原文",
        "due_kind": "point+ongoing",
        "due_dates": ("2021-08-05", "2021-12-31"),
        "due_stated": ("2021-08-05", "2021-12"),
        "due": "2021-12-31",
        "start": "",
        "ongoing": True,
    }


def test_an_interval_has_a_start() -> None:
    span = Due("interval", "2021-2025年", on="2025-12-31", start="2021-01-01", precision="year")
    found = due_properties(row(1, "制度", dues=(span,)))
    assert (found["start"], found["due_stated"]) == ("2021-01-01", ("2025",))


def test_without_a_deadline_nothing_is_invented() -> None:
    found = due_properties(row(1, "制度"))
    assert (found["due"], found["due_dates"], found["ongoing"]) == ("", (), False)
