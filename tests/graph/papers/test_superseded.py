"""Changes of places and seats of an edition that another replaced: what it says otherwise no longer counts."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from graph.decisions.decisions import Decisions, decision
from graph.derive.build import build
from graph.facts import Facts
from graph.papers.editions import editions_of
from graph.papers.papers import papers
from graph.statements import AppointmentStatement, ChangeStatement, PlanDocument
from tests.graph.saying import document, merger, seat

NUMBER = "大蓬委发〔2021〕26号"
OLD, NEW = "2021-03-01", "2021-08-19"


def edition(name: str, issued_on: str, *said: ChangeStatement | AppointmentStatement) -> PlanDocument:
    return document(*said, name=name, number=NUMBER, issued_on=issued_on)


def mergers(facts: Facts) -> set[str]:
    """The changes that facts tell: what went in and what became of it."""
    names = {node.id: str(node.properties["name"]) for node in facts.nodes if node.label == "Place"}
    found = set()
    for event in (node.id for node in facts.nodes if node.label == "ChangeEvent"):
        before = sorted(names[e.start[1]] for e in facts.edges if e.type == "CHANGED_BY" and e.end[1] == event)
        after = sorted(names[e.end[1]] for e in facts.edges if e.type == "RESULTED_IN" and e.start[1] == event)
        found.add("+".join(before) + "→" + "+".join(after))
    return found


def seats(facts: Facts) -> set[tuple[str, str]]:
    names = {node.id: str(node.properties.get("name") or node.properties.get("title")) for node in facts.nodes}
    return {(names[edge.start[1]], names[edge.end[1]]) for edge in facts.edges if edge.type == "HOLDS"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        # The same: both count, and are copies.
        ([merger(9, "甲村 乙村", "丙村")], [merger(4, "乙村 甲村", "丙村")], {"乙村+甲村→丙村"}),
        # Others go in: the later edition counts.
        ([merger(9, "甲村 乙村", "丙村")], [merger(9, "甲村 丁村", "丙村")], {"丁村+甲村→丙村"}),
        # They become something else.
        ([merger(9, "甲村 乙村", "丙村")], [merger(9, "甲村 乙村", "戊村")], {"乙村+甲村→戊村"}),
        # A village stays out of its merger and has another.
        (
            [merger(9, "甲村 乙村 丁村", "丙村")],
            [merger(9, "甲村 乙村", "丙村"), merger(10, "丁村 己村", "戊村")],
            {"乙村+甲村→丙村", "丁村+己村→戊村"},
        ),
        # What the later edition does not mention was not undone by it.
        (
            [merger(9, "甲村 乙村", "丙村"), merger(10, "丁村 己村", "戊村")],
            [merger(9, "甲村 乙村", "丙村")],
            {"乙村+甲村→丙村", "丁村+己村→戊村"},
        ),
        # Two rows of one merger are one.
        ([merger(8, "甲村", "丙村"), merger(9, "乙村", "丙村")], [merger(9, "甲村 乙村", "丙村")], {"乙村+甲村→丙村"}),
    ],
)
def test_a_change_that_the_later_edition_tells_otherwise_no_longer_counts(
    old: Sequence[ChangeStatement], new: Sequence[ChangeStatement], told: set[str]
) -> None:
    files = [edition("old", OLD, *old), edition("new", NEW, *new)]
    facts = build(files)
    assert mergers(facts) == told
    assert all(build(order) == facts for order in permutations(files))


def test_the_day_of_a_change_is_that_of_the_later_edition() -> None:
    files = [
        edition("old", OLD, merger(9, "甲村 乙村", "丙村", on="2019-12-01")),
        edition("new", NEW, merger(9, "甲村 乙村", "丙村", on="2020-05-01")),
    ]
    (event,) = [node for node in build(files).nodes if node.label == "ChangeEvent"]
    assert event.properties["stated_on"] == "2020-05-01"


def test_files_that_differ_in_a_change_alone_are_editions_and_a_decision_tells_which_stands() -> None:
    one = edition("one", "", merger(9, "甲村 乙村", "丙村"))
    other = edition("other", "", merger(9, "甲村 丁村", "丙村"))
    (paper,) = papers([one, other], Decisions())
    assert [known.state for known in editions_of(paper, Decisions())] == ["stands", "open"]
    chosen = Decisions().with_(decision("stands", "edition", "", other.sha256, one.sha256))
    assert mergers(build([one, other], chosen)) == {"丁村+甲村→丙村"}


def test_a_file_that_tells_of_no_change_is_a_copy() -> None:
    (paper,) = papers([edition("a", "", merger(9, "甲村 乙村", "丙村")), edition("b", "")], Decisions())
    assert [known.state for known in editions_of(paper, Decisions())] == ["stands"]


def test_seats_of_a_group_are_those_of_the_later_edition_and_other_groups_keep_theirs() -> None:
    files = [
        edition("old", OLD, seat(5, "李刚", "组长"), seat(6, "余敏", "成员"), seat(7, "余敏", "主任", unit="办公室")),
        edition("new", NEW, seat(5, "赵强", "组长"), seat(6, "余敏", "成员")),
    ]
    facts = build(files)
    assert seats(facts) == {("赵强", "组长"), ("余敏", "成员"), ("余敏", "主任")}
    assert build(files[::-1]) == facts
