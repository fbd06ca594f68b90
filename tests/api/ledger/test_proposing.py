"""Columns of progress in papers are offered as reports, and recorded only where a person takes them."""

import json
from pathlib import Path

import pytest

from tests.api.conftest import Program
from tests.api.papers import NOTICE, write

LEDGER = """蓬莱镇人民政府
关于印发《2021年重点工作进展台账》的通知
蓬府发〔2021〕9号

2021年重点工作进展台账

序号\t工作任务\t牵头单位\t完成时限\t进展情况\t是否完成\t实际完成时间\t领导批示
1\t疏通沟渠\t农业服务中心\t2021年6月底前\t已疏通三公里\t是\t2021年6月5日\t抓紧
2\t清点校舍\t社事办\t2021年12月底前\t正在清点\t否\t\t抓紧
3\t改造便民点\t党建办\t2021年12月底前\t\t\t\t抓紧
"""
DAY = ("--today", "2021-07-01")


@pytest.fixture
def held(plangraph: Program, home: Path) -> Program:
    """The program in a folder with a store that holds the ledger and a notice without progress."""
    assert plangraph("load", write(home, "台账.txt", LEDGER), write(home, "通知.txt", NOTICE)).code == 0
    return plangraph


def proposed(plangraph: Program, *paper: str) -> dict[str, tuple[str, str, str, str]]:
    rows = json.loads(plangraph("ledger", "propose", *paper, "--json", *DAY).out)
    return {row["title"]: (row["state"], row["day"], row["note"], row["report_id"]) for row in rows}


def test_what_a_column_of_progress_says_is_offered_with_its_paper_as_proof(held: Program) -> None:
    found = proposed(held)
    assert {title: said[:3] for title, said in found.items()} == {
        "疏通沟渠": ("reported done", "2021-06-05", "已疏通三公里"),
        "清点校舍": ("under way", "", "正在清点"),
    }
    assert proposed(held, "蓬府发〔2021〕9号") == found
    assert proposed(held, "大蓬委发〔2021〕26号") == {}
    assert {row["state"] for row in json.loads(held("ledger", "--json", *DAY).out)} == {""}, "nothing is recorded"


def test_what_a_person_takes_is_recorded_and_no_longer_offered(held: Program) -> None:
    report = proposed(held)["疏通沟渠"][3]
    assert held("ledger", "take", report, "--who", "王芳", *DAY).code == 0
    rows = {row["title"]: row for row in json.loads(held("ledger", "--json", *DAY).out)}
    assert (rows["疏通沟渠"]["reporter"], rows["疏通沟渠"]["standing"]) == ("王芳", "reported done")
    assert "台账.txt:8" in rows["疏通沟渠"]["proof"]
    assert list(proposed(held)) == ["清点校舍"]
    run = held("ledger", "take", report, "--lang", "zh", *DAY)
    assert (run.code, run.err) == (1, f"没有编号为 {report} 的待收录填报：可用 plangraph ledger propose 列出。\n")


def test_a_paper_that_no_longer_lies_there_offers_nothing(held: Program, home: Path) -> None:
    (home / "台账.txt").write_text(LEDGER.replace("三公里", "四公里"), encoding="utf-8")
    assert proposed(held) == {}
