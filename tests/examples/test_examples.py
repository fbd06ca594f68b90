"""The example plans hold what their README says, counted by hand before anything read them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.derive.build import build
from graph.facts import Facts
from graph.statements import PlanDocument
from graph.stores.open import open_store
from graph.stores.protocol import Store
from loaders.extract import extract
from queries.ask import ask
from queries.workload import workload

LOAD_ROW = re.compile(
    r"^\| (?P<names>\S[^|]*) \| (?P<lead>\d*) ?\| (?P<resp>[^|]*)\| (?P<supp>[^|]*)\| (?P<load>[\d.]+)"
)


@pytest.fixture(scope="module")
def papers(root: Path) -> list[PlanDocument]:
    return [extract(path) for path in sorted((root / "examples").glob("*.txt"))]


@pytest.fixture(scope="module")
def store(papers: list[PlanDocument]) -> Iterator[Store]:
    opened = open_store(":memory:")
    opened.replace(Facts(), build(papers))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "examples" / "README.md").read_text(encoding="utf-8")


def test_they_hold_33_tasks_of_one_town_four_of_them_told_twice(store: Store) -> None:
    tasks = ask(store, "tasks/list")
    assert len(tasks) == 33
    assert {row["place"] for row in tasks} == {"蓬莱镇"}
    assert [len(_list(row["sources"])) for row in tasks].count(2) == 4


def test_every_leader_has_the_tasks_that_the_readme_counts(store: Store) -> None:
    counts = {row["name"]: row["tasks"] for row in ask(store, "leaders/list") if row["tasks"]}
    assert counts == {
        "冉泰休": 15,
        "张若一": 7,
        "李刚": 5,
        "吴小平": 5,
        "杨雷": 4,
        "何菊华": 3,
        "尹丹": 1,
        "唐军": 1,
        "朱军": 1,
    }


def test_every_unit_has_the_load_that_the_readme_counts(store: Store, readme: str) -> None:
    told = {
        name: float(row["load"])
        for row in map(LOAD_ROW.match, readme.splitlines())
        if row
        for name in row["names"].split(", ")
    }
    reckoned = {row["name"]: row["load"] for row in workload(store) if row["kind"] == "body"}
    assert len(told) == 20
    assert reckoned == told


def test_one_unit_is_severely_overloaded_and_one_leader_overloaded(store: Store) -> None:
    by_unit = {row["name"]: row["verdict"] for row in workload(store) if row["kind"] == "body"}
    by_leader = {row["name"]: row["verdict"] for row in workload(store, by="leader")}
    assert by_unit.pop("社会治理和应急管理办") == "severely overloaded"
    assert set(by_unit.values()) == {"not overloaded"}
    assert by_leader.pop("冉泰休") == "overloaded"
    assert set(by_leader.values()) == {"not overloaded"}


def test_they_hold_one_contradiction(store: Store) -> None:
    found = ask(store, "conflicts/list")
    assert [(row["title"], row["values"]) for row in found] == [
        ("持续推进“慧眼工程”建设", ("2021年12月", "2022年12月底前"))
    ]


def test_29_villages_became_14_and_three_papers_tell_of_one_merger(store: Store) -> None:
    changes = ask(store, "changes/list")
    assert len(changes) == 14
    assert sum(len(_list(row["before"])) for row in changes) == 29
    told = {_list(row["after"]): (set(_list(row["before"])), len(_list(row["sources"]))) for row in changes}
    assert told["福荣村",] == ({"福寿村", "忠荣村"}, 3)
    assert told["蒙子桥村",] == ({"凤桥村", "五谋村", "柏岭村"}, 2)
    assert told["吊脚楼村",] == ({"梓潼村", "吊脚楼村"}, 1)


def test_what_sets_no_task_is_told(papers: list[PlanDocument]) -> None:
    unread = [(statement.reason, statement.source.quote) for paper in papers for statement in paper.unread]
    assert [reason for reason, _ in unread] == ["unread.date", "unread.prose", "unread.date", "unread.date"]
    assert "由社会治理和应急管理办牵头通报进度" in unread[1][1]


def _list(value: object) -> tuple[str, ...]:
    assert isinstance(value, tuple)
    return value
