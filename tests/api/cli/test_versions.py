"""Editions on the command line: what stands, what changed, what was replaced and is listed only where asked for."""

import json
from itertools import permutations
from pathlib import Path

import pytest

from graph.stores.open import DEFAULT_STORE
from tests.api.conftest import Program
from tests.api.papers import NOTICE, write

MOVED = NOTICE.replace("2021年12月底前", "2022年3月底前").replace("牵头单位：党建办", "牵头单位：财政办")
LATER = MOVED.replace("2021年4月12日", "2021年6月1日")
STANDS = MOVED.replace("请认真落实。", "请认真落实。前发文件有误，以此份为准。")
OTHER = (
    LATER.replace("〔2021〕26号", "〔2021〕50号")
    .replace("盘活闲置资产工作方案》的通知", "盘活闲置资产实施方案》的通知")
    .replace("请认真落实。", "请认真落实。原大蓬委发〔2021〕26号文件同时废止。")
)


def tasks(plangraph: Program, *options: str) -> list[tuple[str, str, str, bool]]:
    """The tasks of the store: title, deadline, the file of the first source, whether replaced."""
    rows = json.loads(plangraph("tasks", "--json", *options).out)
    return [(row["title"], row["due_text"], row["sources"][0].split(":")[0], row["replaced"]) for row in rows]


@pytest.mark.parametrize("later", [LATER, STANDS])
def test_what_stands_does_not_hang_on_the_order_of_loading(plangraph: Program, home: Path, later: str) -> None:
    for place, order in enumerate(permutations(["老.txt", "新.txt"])):
        folder = home / str(place)
        for name in order:
            write(folder, name, {"老.txt": NOTICE, "新.txt": later}[name])
            assert plangraph("load", folder / name, "--store", f"{place}.lbug").code == 0
        found = tasks(plangraph, "--store", f"{place}.lbug")
        assert found == [
            ("开展清产核资", "2022年3月底前", "新.txt", False),
            ("盘活闲置校舍", "2021年9月30日前", "新.txt", False),
        ]
        assert len(tasks(plangraph, "--store", f"{place}.lbug", "--replaced")) == 4
        assert json.loads(plangraph("conflicts", "--json", "--store", f"{place}.lbug").out) == []


def test_a_paper_that_was_replaced_counts_nowhere_unless_asked_for(plangraph: Program, home: Path) -> None:
    assert plangraph("load", write(home, "老.txt", NOTICE), write(home, "新.txt", OTHER)).code == 0
    assert [source for _, _, source, _ in tasks(plangraph)] == ["新.txt", "新.txt"]
    assert [(source, replaced) for _, _, source, replaced in tasks(plangraph, "--as-of", "2021-05-01")] == [
        ("老.txt", True),
        ("老.txt", True),
    ]
    assert sum(row["tasks"] for row in json.loads(plangraph("units", "--json").out)) == 4
    papers = {row["number"]: row for row in json.loads(plangraph("documents", "--json").out)}
    assert papers["大蓬委发〔2021〕26号"]["replaced"] is True
    assert papers["大蓬委发〔2021〕26号"]["replaced_on"] == "2021-06-01"
    calendar = plangraph("export", "ics").out
    assert "20220331" in calendar
    assert "20211231" not in calendar
    assert "dcterms:replaces" in plangraph("export", "rdf").out
    assert "（已被代替）" in plangraph("tasks", "--replaced", "--lang", "zh").out


def test_two_files_are_compared_without_a_store(plangraph: Program, home: Path) -> None:
    run = plangraph("diff", write(home, "老.txt", NOTICE), write(home, "新.txt", LATER), "--json")
    assert run.code == 0
    assert [
        (row["what"], row["title"], row["field"], row["before"], row["after"], len(row["sources"]))
        for row in json.loads(run.out)
    ] == [
        ("changed", "开展清产核资", "due_text", "2021年12月底前", "2022年3月底前", 2),
        ("changed", "盘活闲置校舍", "lead_units", "党建办", "财政办", 2),
    ]
    assert not (home / DEFAULT_STORE).exists()
    assert "变更" in plangraph("diff", home / "老.txt", home / "新.txt", "--lang", "zh").out


def test_papers_files_and_two_states_of_one_path_are_compared(plangraph: Program, home: Path) -> None:
    old = write(home, "老.txt", NOTICE)
    assert plangraph("load", old).code == 0
    assert json.loads(plangraph("diff", old, "--json").out) == []
    write(home, "老.txt", LATER)
    assert len(json.loads(plangraph("diff", old, "--json").out)) == 2
    assert plangraph("load", write(home, "下/新.txt", OTHER)).code == 0
    for one, other in (("大蓬委发〔2021〕26号", "大蓬委发[2021]50号"), ("大蓬委发〔2021〕26号", old)):
        assert len(json.loads(plangraph("diff", one, other, "--json").out)) == 2


def test_a_sheet_is_written_to_hand_on(plangraph: Program, home: Path) -> None:
    papers = write(home, "老.txt", NOTICE), write(home, "新.txt", LATER)
    assert plangraph("diff", *papers, "--out", home / "变更.xlsx").out == ""
    assert (home / "变更.xlsx").read_bytes()[:2] == b"PK"


def test_what_is_not_there_is_told_in_a_sentence(plangraph: Program, home: Path) -> None:
    paper = write(home, "老.txt", NOTICE)
    assert plangraph("load", paper).code == 0
    for words in (("diff", paper, "大蓬委发〔2021〕99号"), ("diff", write(home, "别.txt", NOTICE + "\n"))):
        run = plangraph(*words)
        assert run.code == 1
        assert len(run.err.splitlines()) == 1
