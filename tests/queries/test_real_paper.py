"""What the real paper of 蓬莱镇 (28 plans, issued 2021-08-19) answers to the main questions."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.derive.build import build
from graph.facts import Facts
from graph.stores.open import open_store
from graph.stores.protocol import Store
from loaders.extract import extract
from queries.ask import ask
from queries.audit import audit
from queries.lineage import lineage
from queries.resolve import ids_of
from queries.workload import workload


@pytest.fixture(scope="module")
def penglai(seeds: Path) -> Iterator[Store]:
    store = open_store(":memory:")
    store.replace(Facts(), build([extract(str(path)) for path in sorted(seeds.glob("000_*.txt"))]))
    yield store
    store.close()


@pytest.mark.parametrize(
    ("leader", "tasks"), [("张若一", 35), ("冉泰休", 29), ("杨雷", 14), ("何菊华", 10), ("李  刚", 9)]
)
def test_leaders_have_their_tasks(penglai: Store, leader: str, tasks: int) -> None:
    assert len(ask(penglai, "tasks/by_leader", leader=ids_of(penglai, "leaders", leader))) == tasks


def test_the_rule_finds_two_overloaded_units(penglai: Store) -> None:
    rows = [row for row in workload(penglai) if (row["kind"], row["level"]) == ("body", "town")]
    assert (len(rows), rows[0]["q1"], rows[0]["q3"], rows[0]["threshold"]) == (38, 1.0, 7.125, 16.3125)
    assert [(row["name"], row["load"], row["verdict"]) for row in rows[:3]] == [
        ("社事办", 24.5, "overloaded"),
        ("党建办", 17.5, "overloaded"),
        ("党政办", 13.0, "not overloaded"),
    ]


def test_the_rule_finds_two_overloaded_leaders(penglai: Store) -> None:
    rows = workload(penglai, by="leader")
    assert (len(rows), rows[0]["threshold"]) == (13, 23.5)
    assert [(row["name"], row["load"], row["verdict"]) for row in rows[:3]] == [
        ("张若一", 35.0, "overloaded"),
        ("冉泰休", 29.0, "overloaded"),
        ("杨雷", 14.0, "not overloaded"),
    ]


@pytest.mark.parametrize(
    ("village", "before"),
    [
        ("福荣村", {"福寿村", "忠荣村"}),
        ("吊脚楼村", {"梓潼村", "吊脚楼村"}),
        ("蒙子桥村", {"凤桥村", "柏岭村", "五谋村"}),
    ],
)
def test_villages_come_out_of_others(penglai: Store, village: str, before: set[str]) -> None:
    rows = [row for row in lineage(penglai, ids_of(penglai, "places", village)) if row["direction"] != "self"]
    assert {row["name"] for row in rows} == before
    assert len(rows) == len(before)
    assert all(row["sources"] for row in rows)


def test_the_audit_counts_what_is_wrong(penglai: Store) -> None:
    rows = audit(penglai)
    tables = {row["task_id"] for row in ask(penglai, "tasks/list") if row["in_table"]}
    counted = {problem: sum(row["problem"] == problem for row in rows) for problem in ("no leader", "no lead unit")}
    assert counted == {"no leader": 0, "no lead unit": 1}  # tables without a column for them are not blamed
    assert sum(row["problem"] == "deadline passed" and row["task_id"] in tables for row in rows) == 22
    assert sum(row["problem"] == "two roles" for row in rows) == 5
    assert sum(row["problem"] == "conflict" for row in rows) == 5
