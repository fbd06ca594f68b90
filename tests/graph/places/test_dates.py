"""By which statement an event is dated, and which statements contradict each other."""

from dataclasses import replace
from typing import Literal

import pytest

from graph.decisions.decisions import Decisions
from graph.identity.scope import scope_of
from graph.places.changes import ChangeSaid, StatedChange, told
from graph.places.dates import contradicting, dates_of
from tests.graph.saying import TOWN, merger

Status = Literal["proposed", "approved", "done", "stated"]


def event(*papers: tuple[str, str, str, Status]) -> list[StatedChange]:
    """What papers of these days tell of one merger: the day of the paper, the date in its words, until when, status."""
    said = [
        ChangeSaid(
            replace(merger(line, "甲村 乙村", "丙村", on=on, latest=latest), status=status),
            on,
            f"{line}",
            scope_of(TOWN, "d"),
            issued,
        )
        for line, (issued, on, latest, status) in enumerate(papers, 1)
    ]
    return sorted((told(one, Decisions()) for one in said), key=lambda one: one.said.place)


CASES: dict[str, tuple[list[tuple[str, str, str, Status]], str, list[tuple[str, str]]]] = {
    "the oldest paper's date stands": (
        [("2021-01-01", "2020-05-01", "2020-05-31", "stated"), ("2020-01-01", "2019-12-01", "2019-12-31", "stated")],
        "2019-12-01",
        [("2019-12-01", "2020-05-01")],
    ),
    "a day in the year that another paper names agrees with it": (
        [("2020-01-01", "2019", "2019-12-31", "stated"), ("2021-01-01", "2019-12-01", "2019-12-01", "stated")],
        "2019-12-01",
        [],
    ),
    "a paper without a date contradicts none": (
        [("2020-01-01", "", "", "stated"), ("2021-01-01", "2020-05-01", "", "stated")],
        "2020-05-01",
        [],
    ),
    "what was proposed contradicts nothing": (
        [("2019-01-01", "2019-12-01", "", "proposed"), ("2021-01-01", "2020-05-01", "", "done")],
        "2020-05-01",
        [],
    ),
    "each other date is told once": (
        [
            ("2019-12-30", "2019-12-01", "", "done"),
            ("2021-01-01", "2020-05-01", "", "done"),
            ("2022-01-01", "2020-05-01", "", "done"),
            ("2023-01-01", "2020-06-01", "", "done"),
        ],
        "2019-12-01",
        [("2019-12-01", "2020-05-01"), ("2019-12-01", "2020-06-01")],
    ),
}


@pytest.mark.parametrize(("papers", "date", "pairs"), CASES.values(), ids=CASES)
def test_the_date_that_stands_and_those_against_it(
    papers: list[tuple[str, str, str, Status]], date: str, pairs: list[tuple[str, str]]
) -> None:
    found = event(*papers)
    assert dates_of(found).stated_on == date
    assert [tuple(one.said.statement.on for one in pair) for pair in contradicting(found)] == pairs


def test_of_two_statements_of_one_date_the_older_paper_is_shown() -> None:
    papers: list[tuple[str, str, str, Status]] = [
        ("2022-01-01", "2020-05-01", "", "done"),
        ("2021-01-01", "2020-05-01", "", "done"),
        ("2019-12-30", "2019-12-01", "", "done"),
    ]
    ((_, other),) = contradicting(event(*papers))
    assert other.said.issued_on == "2021-01-01"
