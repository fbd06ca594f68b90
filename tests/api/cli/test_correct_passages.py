"""`plangraph correct` of what hangs on one passage: titles of plans, changes of places, seats in groups."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.api.conftest import Prepare, Program
from tests.api.papers import NOTICE, write

PAPER = """大英县蓬莱镇村级建制调整情况

大英县人民政府

撤销蓬莱镇甲石坝村，并入蓬莱镇三溪口村。

2020年6月1日
"""
GROUP = NOTICE.replace(
    "一、重点任务",
    "一、成立工作专班\n\n组　长：冉泰休  镇党委委员\n\n副组长：李刚  社事办主任\n\n二、重点任务",
)


def rows(run: Program, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(*words, "--json").out)
    return found


def undo_all(run: Program) -> None:
    for row in rows(run, "corrections"):
        assert run("correct", "--undo", row["id"]).code == 0


@pytest.fixture
def held(plangraph: Program, home: Path, prepare: Prepare) -> Program:
    """A store with a notice that names a group, and a paper that tells of a change."""

    def make() -> None:
        assert plangraph("load", write(home, "通知.txt", GROUP), write(home, "调整.txt", PAPER)).code == 0

    prepare("passages", make)
    return plangraph


def test_the_title_of_a_plan_is_corrected_under_the_same_id(held: Program) -> None:
    before, rdf = rows(held, "plans"), held("export", "rdf").out
    [plan] = [row for row in before if "盘活" in row["title"]]
    assert held("correct", "plan-title", plan["title"], "蓬莱镇盘活资产方案").code == 0
    after = {row["plan_id"]: row["title"] for row in rows(held, "plans")}
    assert after[plan["plan_id"]] == "蓬莱镇盘活资产方案"
    assert {row["plan_title"] for row in rows(held, "tasks")} == {"蓬莱镇盘活资产方案"}
    assert {row["state"] for row in rows(held, "corrections")} == {"holds"}
    assert held("check").code == 0
    undo_all(held)
    assert (rows(held, "plans"), held("export", "rdf").out) == (before, rdf)


def test_the_day_and_the_places_of_a_change_are_corrected_and_it_is_refused(held: Program) -> None:
    before, rdf = rows(held, "changes"), held("export", "rdf").out
    [change] = before
    [place] = change["sources"]
    assert (change["before"], change["after"]) == (["三溪口村", "甲石坝村"], ["三溪口村"])
    for words in (("change-date", place, "2020年5月"), ("before", place, "三溪口村、丙水沟村")):
        assert held("correct", *words).code == 0, words
    [now] = rows(held, "changes")
    assert sorted(now["before"]) == sorted(["三溪口村", "丙水沟村"])
    assert (now["after"], now["stated_on"], now["latest"]) == (["三溪口村"], "2020-05", "2020-05-31")
    assert "甲石坝村" not in {row["name"] for row in rows(held, "places")}
    assert held("check").code == 0
    assert held("correct", "no-change", place).code == 0
    assert rows(held, "changes") == []
    undo_all(held)
    assert (rows(held, "changes"), held("export", "rdf").out) == (before, rdf)


def test_a_seat_is_corrected_and_refused(held: Program) -> None:
    before, rdf = rows(held, "leaders"), held("export", "rdf").out
    [line] = [number for number, words in enumerate(GROUP.splitlines(), start=1) if "李刚" in words]
    for words in (("seat-person", f"通知.txt:{line}", "李钢"), ("seat-post", f"通知.txt:{line}", "党政办主任")):
        run = held("correct", *words)
        assert run.code == 0, run.err
    told = json.dumps(rows(held, "leaders"), ensure_ascii=False)
    assert ("李钢" in told, "李刚" in told, "党政办主任" in told, "社事办主任" in told) == (True, False, True, False)
    assert held("check").code == 0
    assert held("correct", "no-seat", f"通知.txt:{line}").code == 0
    assert "李钢" not in json.dumps(rows(held, "leaders"), ensure_ascii=False)
    undo_all(held)
    assert (rows(held, "leaders"), held("export", "rdf").out) == (before, rdf)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("plan-title", "没有的方案", "新"), 1),
        (("plan-title", "盘活", ""), 2),
        (("change-date", "调整.txt:5", "说不清"), 2),
        (("change-date", "通知.txt:1", "2020"), 2),
        (("no-change", "调整.txt:99"), 1),
        (("no-seat", "调整.txt:5"), 2),
        (("seat-person", "调整.txt:5", "李刚"), 2),
        (("before", "调整.txt:5"), 2),
    ],
)
def test_what_cannot_be_so_is_one_sentence(held: Program, words: tuple[str, ...], code: int) -> None:
    run = held("correct", *words)
    assert (run.code, len(run.err.splitlines())) == (code, 1), run.err
    assert rows(held, "corrections") == []
