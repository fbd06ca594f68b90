"""Which files are copies of one paper, and which plan of one copy is which of the other."""

from dataclasses import replace

import pytest

from graph.papers.papers import Paper, papers
from graph.statements import PlanDocument
from tests.graph.saying import document, row


def paper(*documents: PlanDocument) -> Paper:
    (found,) = papers(documents)
    return found


def test_papers_of_one_issuer_title_and_day_are_one() -> None:
    found = paper(document(name="a.txt"), document(name="b.txt", title="关于印发 工作方案的通知"))
    assert [copy.paths for copy in found.copies] in ([("a.txt",), ("b.txt",)], [("b.txt",), ("a.txt",)])


def test_papers_of_one_issue_number_are_one_whatever_else_they_say() -> None:
    one = document(name="a.txt", number="大蓬委发〔2021〕50号", issued_on="")
    other = document(name="b.txt", number="大蓬委发[2021]50号", title="方案", issuer="")
    assert len(paper(one, other).copies) == 2


@pytest.mark.parametrize("head", [{"issued_on": ""}, {"issuer": ""}, {"title": ""}, {"issuer": "**县人民政府"}])
def test_without_all_three_a_file_is_its_own_paper(head: dict[str, str]) -> None:
    assert len(papers([document(name="a.txt", **head), document(name="b.txt", **head)])) == 2  # type: ignore[arg-type]


def test_a_number_without_a_body_or_masked_joins_nothing() -> None:
    for number in ("〔2021〕50号", "X府发〔20**〕5号"):
        files = [document(name=name, number=number, issued_on="") for name in ("a.txt", "b.txt")]
        assert len(papers(files)) == 2


def test_the_same_bytes_at_two_paths_are_one_file() -> None:
    one = document(name="a.txt")
    (copy,) = paper(one, replace(one, path="b.txt")).copies
    assert copy.paths == ("a.txt", "b.txt")


def test_the_fullest_copy_comes_first() -> None:
    short, full = document(name="a.txt"), document(row(9, "清查"), name="b.txt")
    assert paper(short, full).copies[0].document.path == "b.txt"
    assert paper(full, short) == paper(short, full)


def test_plans_of_two_copies_are_matched_by_order_where_the_counts_agree() -> None:
    found = paper(document(name="a.txt", plans=("甲方案", "乙方案")), document(name="b.txt", plans=("甲", "丙方案")))
    assert [len(plan.stated) for plan in found.plans] == [2, 2]


def test_else_they_are_matched_by_title_and_what_fits_none_is_a_plan_of_its_own() -> None:
    full = document(name="a.txt", plans=("甲方案", "乙方案", "丙方案"))
    part = document(name="b.txt", plans=("丙 方案", "丁方案"))
    found = paper(full, part)
    assert {plan.title: len(plan.stated) for plan in found.plans} == {
        "甲方案": 1,
        "乙方案": 1,
        "丙方案": 2,
        "丁方案": 1,
    }
    assert found.plan_at(1, 1) is found.plan_at(0, 3)
    assert len({plan.id for plan in found.plans}) == 4


def test_a_plan_is_in_the_place_that_it_names_else_in_the_papers() -> None:
    named = document(jurisdiction="大英县/蓬莱镇")
    own = replace(named, plans=(replace(named.plans[0], jurisdiction="大英县/金元镇"),))
    assert paper(named).plans[0].scope.key == "大英县/蓬莱镇"
    assert paper(own).plans[0].scope.key == "大英县/金元镇"


def test_articles_of_a_collection_have_scopes_of_their_own() -> None:
    made = document(plans=("甲方案", "乙方案", "丙方案"))
    first, second, third = made.plans
    articles = replace(first, article=1), replace(second, article=2), replace(third, article=2, jurisdiction="大英县")
    found = paper(replace(made, plans=articles))
    assert [plan.scope.key for plan in found.plans] == [f"document:{found.id}#1", f"document:{found.id}#2", "大英县"]
