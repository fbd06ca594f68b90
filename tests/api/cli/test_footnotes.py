"""What a table says beyond the rows of an answer."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from api.cli import footnotes
from tests.api.conftest import Program

if TYPE_CHECKING:
    from queries.rows import DocumentRow, PlanRow


def test_a_paper_without_a_title_bears_the_name_of_its_file() -> None:
    paper: DocumentRow = {
        "document_id": "d1",
        "title": "",
        "number": "",
        "issuer": "",
        "issued_on": "",
        "place": "蓬莱镇",
        "files": ("下/通知.txt",),
        "plans": 1,
        "tasks": 2,
        "place_id": "p1",
        "stale": 0,
        "editions": 1,
        "open": 0,
        "replaced": False,
        "replaced_on": "",
        "corrected": (),
        "as_read": (),
        "corrected_by": (),
    }
    assert footnotes.documents("en", [paper])[0]["title"] == "（下/通知.txt）"
    plan: PlanRow = {
        "plan_id": "l1",
        "ordinal": 1,
        "title": "",
        "document": "大蓬委发〔2021〕26号",
        "place": "蓬莱镇",
        "tasks": 2,
        "body": True,
        "document_id": "d1",
        "sources": ("通知.txt:12",),
        "replaced": False,
    }
    assert footnotes.plans("en", [plan])[0] == plan | {"title": "（通知.txt）"}


def test_a_lineage_names_the_papers_and_the_date_of_a_change(loaded: Program) -> None:
    out = loaded("lineage", "福荣村", "--lang", "zh").out
    assert "大蓬委发〔2021〕26号" in out
    assert "大英县蓬莱镇村级建制调整情况表" in out
    assert "不晚于2021-04-12" in out


def test_a_task_with_a_contradicted_deadline_is_marked(loaded: Program) -> None:
    run = loaded("tasks", "--plan", "蓬莱镇", "--lang", "zh")
    assert "2021年12月※" in run.out
    assert "※ 各处出处说法不一，见 plangraph conflicts。" in run.err
    assert "※" not in loaded("tasks", "--due-before", "2021-06").out


def test_rows_of_several_places_show_the_place(plangraph: Program, home: Path) -> None:
    for name in ("蓬莱镇", "金元镇"):
        text = f"大英县{name}2021年重点工作任务清单\n\n（一）整治村容村貌。清理杂物。\n\n牵头单位：社事办\n"
        (home / f"{name}.txt").write_text(text, encoding="utf-8")
    plangraph("load", home)
    out = plangraph("tasks", "--lang", "zh").out
    assert "地方" in out
    assert "金元镇" in out


def test_leaders_and_units_of_one_name_are_told_apart_where_their_places_bear_one_name(
    plangraph: Program, home: Path
) -> None:
    for number, place in enumerate(("清河县柳林镇", "柳林镇"), start=1):
        head = f"{place}人民政府\n关于印发《柳林镇第{number}号工作方案》的通知\n\n柳林镇第{number}号工作方案\n"
        task = "一、工作任务\n（一）排查隐患。对河道隐患全面排查。\n责任领导：王志强\n牵头单位：应急办\n"
        (home / f"{place}.txt").write_text(f"{head}{task}\n{place}人民政府\n2021年3月{number}日\n", encoding="utf-8")
    plangraph("load", home)
    for table, key in (("leaders", "person_id"), ("units", "unit_id")):
        rows = json.loads(plangraph(table, "--json").out)
        assert [row["place"] for row in rows] == ["柳林镇", "柳林镇"]
        out = plangraph(table, "--lang", "zh").out
        assert "清河县/柳林镇" in out
        assert [row[key] in out for row in rows].count(True) == 1
        assert len(json.loads(plangraph(table, "--in", "清河县/柳林镇", "--json").out)) == 1
