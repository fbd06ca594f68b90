"""Copies, editions and which of them stands: by what files say, by decisions, by the day of issue, by their words."""

from dataclasses import replace

import pytest

from graph.decisions.decisions import Decisions, decision
from graph.papers.editions import Edition, editions_of
from graph.papers.papers import papers
from graph.statements import PlanDocument, ReplacementStatement
from tests.graph.saying import document, item, row, source

NUMBER = "大蓬委发〔2021〕26号"


def edition(
    name: str, due: str = "2021-03-31", *, issued_on: str = "2021-08-19", unit: str = "财政办", stands: bool = False
) -> PlanDocument:
    """A file of one paper with two tasks, that says of itself that it stands or not."""
    said = document(
        row(30, "资产清查", lead_units=(unit,), due=due),
        row(31, "盘活资产", lead_units=("社事办",)),
        name=name,
        number=NUMBER,
        issued_on=issued_on,
    )
    return replace(said, replacements=(ReplacementStatement(source(9)),) if stands else ())


def states(*documents: PlanDocument, decisions: Decisions | None = None) -> list[tuple[list[str], str, str]]:
    """The editions of the one paper of some files: the names of the files, the state, the ground."""
    decided = decisions or Decisions()
    (paper,) = papers(documents, decided)

    def named(one: Edition) -> list[str]:
        return sorted(paper.copies[copy].paths[0] for copy in one.copies)

    return [(named(one), one.state, one.ground) for one in editions_of(paper, decided)]


def stands(one: PlanDocument, other: PlanDocument) -> Decisions:
    return Decisions().with_(decision("stands", "edition", "", one.sha256, other.sha256))


def test_files_that_say_the_same_are_copies_whatever_their_spelling() -> None:
    one = edition("a")
    other = replace(
        edition("b"),
        tasks=(
            row(12, "1.资产清查。", "资产清查", lead_units=("财 政 办",), due="2021-03-31"),
            row(13, "盘活资产", lead_units=("社事办",)),
        ),
    )
    assert states(one, other) == [(["a", "b"], "stands", "")]


def test_files_that_differ_in_a_fact_are_editions_and_nobody_decides_by_itself() -> None:
    assert [state for _, state, _ in states(edition("a"), edition("b", "2021-05-31"))] == ["stands", "open"]
    assert [state for _, state, _ in states(edition("a"), edition("b", unit="社事办"))] == ["stands", "open"]


def test_a_task_more_makes_an_edition() -> None:
    more = edition("b")
    more = replace(more, tasks=(*more.tasks, row(40, "健全制度")))
    assert [state for _, state, _ in states(edition("a"), more)] == ["stands", "open"]


def test_a_file_without_the_tables_or_cut_short_is_a_copy() -> None:
    prose = item(9, "资产清查", lead_units=("财政办",), due="2021-03-31")
    whole = edition("a")
    whole = replace(whole, tasks=(*whole.tasks, prose, item(10, "健全制度", due="2021-03-31")))
    short = replace(document(prose, name="b", number=NUMBER, plans=("盘活资产工作方案", "道路工作方案")))
    short = replace(short, plans=(short.plans[0], replace(short.plans[1], body=False)))
    whole = replace(whole, plans=(whole.plans[0], replace(short.plans[1], body=True)))
    assert states(whole, replace(short, tasks=(prose,))) == [(["a", "b"], "stands", "")]


def test_the_later_day_of_issue_stands() -> None:
    one, other = edition("a"), edition("b", "2021-05-31", issued_on="2021-09-01")
    assert states(one, other) == [(["b"], "stands", ""), (["a"], "replaced", "later")]


def test_a_file_that_says_so_stands_but_not_over_one_that_was_issued_later() -> None:
    assert states(edition("a"), edition("b", "2021-05-31", stands=True)) == [
        (["b"], "stands", ""),
        (["a"], "replaced", "stated"),
    ]
    later = edition("b", "2021-05-31", issued_on="2021-09-01")
    assert states(edition("a", stands=True), later) == [(["b"], "stands", ""), (["a"], "replaced", "later")]


def test_a_decision_goes_before_all_else_and_can_be_turned_round() -> None:
    one, other = edition("a", stands=True), edition("b", "2021-05-31")
    decided = stands(other, one)
    assert states(one, other, decisions=decided) == [(["b"], "stands", ""), (["a"], "replaced", "decided")]
    turned = decided.with_(decision("stands", "edition", "", one.sha256, other.sha256))
    assert len(turned.all) == 1
    assert states(one, other, decisions=turned) == [(["a"], "stands", ""), (["b"], "replaced", "decided")]


def test_copies_of_an_edition_stand_together() -> None:
    old, copied = edition("a"), edition("c", issued_on="")
    new = edition("b", "2021-05-31", issued_on="2021-09-01")
    assert states(old, copied, new) == [(["b"], "stands", ""), (["a", "c"], "replaced", "later")]


def test_a_file_without_a_day_of_issue_is_asked_about() -> None:
    new = edition("b", "2021-05-31", issued_on="2021-09-01")
    undated = edition("c", "2021-07-31", issued_on="")
    found = states(edition("a"), new, undated)
    assert {tuple(names): state for names, state, _ in found}[("a",)] == "replaced"
    assert sorted(state for _, state, _ in found) == ["open", "replaced", "stands"]


def test_decisions_in_a_circle_still_leave_one_that_stands() -> None:
    files = [edition(name, f"2021-0{month}-28") for name, month in (("a", 1), ("b", 2), ("c", 3))]
    circle = Decisions()
    for one, other in zip(files, [*files[1:], files[0]], strict=True):
        circle = circle.with_(decision("stands", "edition", "", one.sha256, other.sha256))
    assert [state for _, state, _ in states(*files, decisions=circle)].count("stands") == 1


@pytest.mark.parametrize("title", ["关于印发工作方案的通知", "关于印发方案的通知"])
def test_own_number_among_those_that_a_paper_ends_means_its_earlier_editions(title: str) -> None:
    new = replace(edition("b", "2021-05-31"), replacements=(ReplacementStatement(source(9), (NUMBER,)),))
    new = replace(new, head=replace(new.head, title=title))
    assert [state for _, state, _ in states(edition("a"), new)] == ["stands", "replaced"]
