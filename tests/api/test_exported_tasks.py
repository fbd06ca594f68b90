"""Tasks exported for a spreadsheet and a calendar, all of them or those of one leader, unit or plan."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook

pytestmark = pytest.mark.slow

Program = Callable[..., Any]


@pytest.mark.parametrize(
    ("options", "rows"),
    [
        (("--leader", "冉泰休"), 15),
        (("--unit", "司法所"), 5),
        (("--plan", "蓬莱镇完善便民服务体系工作方案"), 5),
        (("--in", "蓬莱镇"), 33),
        (("--in", "蓬莱镇", "--leader", "冉泰休"), 15),
        ((), 33),
    ],
)
def test_a_workbook_holds_the_tasks_asked_for(loaded: Program, home: Path, options: tuple[str, ...], rows: int) -> None:
    assert loaded("export", "xlsx", *options, "--out", home / "t.xlsx").code == 0
    sheet = load_workbook(home / "t.xlsx").worksheets[0]
    assert sheet.max_row == rows + 4


def test_a_workbook_is_never_written_to_the_screen(loaded: Program, home: Path) -> None:
    run = loaded("export", "xlsx")
    assert (run.code, run.out) == (0, "")
    assert (home / "tasks.xlsx").read_bytes().startswith(b"PK")


def test_a_calendar_holds_the_deadlines_of_a_leader(loaded: Program) -> None:
    run = loaded("export", "ics", "--leader", "张若一")
    assert len(Calendar.from_ical(run.out).walk("VEVENT")) == 8


@pytest.mark.parametrize("form", ["rdf", "graphml"])
@pytest.mark.parametrize(
    "narrowed", [("--in", "蓬莱镇"), ("--leader", "冉泰休"), ("--unit", "司法所"), ("--plan", "x")]
)
def test_what_is_the_whole_graph_is_not_narrowed(loaded: Program, form: str, narrowed: tuple[str, str]) -> None:
    run = loaded("export", form, *narrowed, "--lang", "zh")
    assert (run.code, run.out) == (2, "")
    assert run.err == f"export {form} 导出整个图谱，不接受领导、单位、方案或地方作为条件。\n"


def test_tasks_are_exported_of_one_place_alone(plangraph: Program, home: Path) -> None:
    for town in ("蓬莱镇", "回马镇"):
        (home / f"{town}.txt").write_text(
            f"{town}人民政府\n\n关于印发《{town}秋季工作方案》的通知\n\n{town}秋季工作方案\n\n（一）清理沟渠。\n\n责任单位：村建办\n",
            encoding="utf-8",
        )
    plangraph("load", ".")
    assert len(plangraph("export", "csv").out.splitlines()) == 3
    assert len(plangraph("export", "csv", "--in", "回马镇").out.splitlines()) == 2


def test_a_name_that_is_unknown_is_refused_with_those_near(loaded: Program) -> None:
    run = loaded("export", "xlsx", "--leader", "冉太休", "--lang", "zh")
    assert run.code == 1
    assert "冉泰休" in run.err


def test_a_word_document_holds_the_tasks_asked_for_by_the_office_s_template(loaded: Program, home: Path) -> None:
    assert loaded("export", "word-template", "--out", home / "own.docx").code == 0
    own = Document(str(home / "own.docx"))
    own.paragraphs[0].text = "{{项数}}项"
    own.save(str(home / "own.docx"))
    asked = ("export", "docx", "--leader", "冉泰休", "--today", "2021-06-01", "--lang", "zh")
    assert loaded(*asked, "--template", home / "own.docx", "--out", home / "t.docx").code == 0
    made = Document(str(home / "t.docx"))
    assert [made.paragraphs[0].text, made.paragraphs[1].text] == ["15项", "冉泰休 · 15 项"]
    assert loaded(*asked).code == 0
    usual = Document(str(home / "tasks.docx"))
    assert usual.paragraphs[0].text == "冉泰休同志任务清单（截至2021年6月1日）"
    assert len(usual.tables[0].rows) == 16


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("docx", "--template", "nowhere.docx"), "Word 模板 nowhere.docx 无法读取"),
        (("docx", "--template", "paper.txt"), "模板不是可以读取的 Word 文件"),
        (("csv", "--template", "paper.txt"), "export csv 不用 Word 模板"),
        (("word-template", "--unit", "司法所"), "export word-template 只导出模板"),
    ],
)
def test_a_template_that_is_of_no_use_is_told(loaded: Program, home: Path, asked: tuple[str, ...], told: str) -> None:
    (home / "paper.txt").write_text("x", encoding="utf-8")
    run = loaded("export", *asked, "--lang", "zh")
    assert run.code == 2
    assert told in run.err
