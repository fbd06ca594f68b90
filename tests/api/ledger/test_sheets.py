"""Sheets of the ledger go out, are filled in as clerks do, and come back: nothing is guessed, nothing told twice."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.api.cli.test_versions import LATER, OTHER
from tests.api.conftest import Prepare, Program, Run
from tests.api.papers import NOTICE, TASK_LIST, write

Sheet = Any
Filling = Callable[[Sheet, dict[str, int]], object]
DAY = ("--today", "2021-10-08")


@pytest.fixture
def held(plangraph: Program, home: Path, prepare: Prepare) -> Program:
    """The program in a folder with a store that holds the notice (two tasks) and a sheet of it."""

    def make() -> None:
        assert plangraph("load", write(home, "老.txt", NOTICE)).code == 0
        assert plangraph("export", "ledger", "--lang", "zh").code == 0

    prepare("sheets", make)
    return plangraph


def fill(home: Path, filling: Filling, name: str = "filled.xlsx") -> Path:
    """The sheet of the folder, filled in; `filling` gets it with the columns by their headings."""
    book = openpyxl.load_workbook(home / "ledger.xlsx")
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    filling(sheet, {str(cell.value): int(cell.column or 0) for cell in sheet[3]})
    book.save(home / name)
    return home / name


def cells(**rows: dict[str, object]) -> Filling:
    """Writes cells by row (r4) and heading."""

    def filling(sheet: Sheet, columns: dict[str, int]) -> None:
        for row, said in rows.items():
            for heading, value in said.items():
                sheet.cell(int(row[1:]), columns[heading]).value = value

    return filling


def states(plangraph: Program, *more: str) -> dict[str, tuple[str, str, str, str]]:
    """What was reported of the tasks of the store: by title the state, the day, who and how the task stands."""
    rows = json.loads(plangraph("ledger", "--json", *DAY, *more).out)
    return {row["title"]: (row["state"], row["day"], row["reporter"], row["standing"]) for row in rows}


def counted(run: Run) -> str:
    return run.err.splitlines()[-1]


DONE = cells(
    r4={"是否办结": "是", "办结日期": date(2021, 10, 5), "办理情况": "已清点", "填报人": "王芳"},
    r5={"办理情况": "正在改建"},
)
EXPECTED = {
    "开展清产核资": ("reported done", "2021-10-05", "王芳", "reported done"),
    "盘活闲置校舍": ("under way", "", "", "due still open"),
}


def told(plangraph: Program) -> dict[str, tuple[str, str, str, str]]:
    """The same without the day of a report that names none."""
    return {
        title: (state, day if state == "reported done" else "", who, standing)
        for title, (state, day, who, standing) in states(plangraph).items()
    }


def test_the_sheet_is_laid_out_for_a_clerk_and_names_its_tasks_in_a_hidden_column(held: Program, home: Path) -> None:
    sheet = openpyxl.load_workbook(home / "ledger.xlsx").active
    assert isinstance(sheet, Worksheet)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    headings = [cell.value for cell in sheet[3]]
    assert headings[3:7] == ["牵头单位", "责任单位", "责任领导", "完成时限"]
    assert headings[8:12] == ["办理情况", "是否办结", "办结日期", "填报人"]
    assert headings[-1] == "任务标识"
    assert sheet.column_dimensions[get_column_letter(len(headings))].hidden
    assert "填报，不出自文件。" in str(sheet["A2"].value)
    before = (home / "ledger.xlsx").read_bytes()
    assert held("export", "ledger", "--lang", "zh").code == 0
    assert (home / "ledger.xlsx").read_bytes() == before


def test_a_filled_sheet_is_shown_first_then_recorded_and_never_twice(held: Program, home: Path) -> None:
    path = fill(home, DONE)
    shown = held("ledger", "import", path, "--dry-run", *DAY)
    assert "Would record 2 reports" in shown.err
    assert {state for state, *_ in states(held).values()} == {""}
    assert counted(held("ledger", "import", path, *DAY)).startswith("Recorded 2 reports; 0 were known")
    assert told(held) == EXPECTED
    assert counted(held("ledger", "import", path, *DAY)).startswith("Recorded 0 reports; 2 were known")


def test_a_sheet_in_english_comes_back_too(held: Program, home: Path) -> None:
    assert held("export", "ledger", "--lang", "en", "--force").code == 0
    english = cells(
        r4={"done": "yes", "day done": date(2021, 10, 5), "progress": "已清点", "reported by": "王芳"},
        r5={"progress": "正在改建"},
    )
    assert counted(held("ledger", "import", fill(home, english), *DAY)).startswith("Recorded 2 reports")
    assert told(held) == EXPECTED


def _moved(sheet: Sheet, columns: dict[str, int]) -> None:
    """Rows in another order, the id in the first column, a column of somebody's own, a title row taken away."""
    DONE(sheet, columns)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    head, body = rows[0], list(reversed(rows[1:]))
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.delete_rows(1, sheet.max_row)
    for number, row in enumerate([head, *body], start=2):
        for column, value in enumerate([row[-1], "随手记" if number > 2 else "备忘", *row[:-1]], start=1):
            sheet.cell(number, column).value = value


def test_rows_and_columns_may_be_moved_and_others_added(held: Program, home: Path) -> None:
    assert counted(held("ledger", "import", fill(home, _moved), *DAY)).startswith("Recorded 2 reports")
    assert told(held) == EXPECTED


def _without_first(sheet: Sheet, columns: dict[str, int]) -> None:
    DONE(sheet, columns)
    sheet.delete_rows(4)
    sheet.auto_filter.add_filter_column(0, ["（二）"])


def test_no_day_after_the_clock_is_reported_from_whatever_day_one_looks(held: Program, home: Path) -> None:
    path = fill(home, cells(r4={"是否办结": "是", "办结日期": "2098-01-01"}))
    run = held("ledger", "import", path, "--today", "2099-01-01", "--lang", "zh")
    assert (run.code, "晚于今天" in run.err) == (1, True)
    assert {state for state, *_ in states(held).values()} == {""}
    task = json.loads(held("tasks", "--json").out)[0]["task_id"]
    said = ("ledger", "report", task, "推进中", "--day", "2098-01-01", "--today", "2099-01-01")
    assert held(*said).code == 2


def test_a_task_that_was_done_is_reopened_and_done_again_by_sheets(held: Program, home: Path) -> None:
    done = cells(r4={"是否办结": "是"})
    for filling, state in (
        (done, "reported done"),
        (cells(r4={"是否办结": "否"}), "under way"),
        (done, "reported done"),
    ):
        assert counted(held("ledger", "import", fill(home, filling), *DAY)).startswith("Recorded 1 reports")
        assert states(held)["开展清产核资"][0] == state
        assert held("export", "ledger", "--lang", "zh", "--force").code == 0


def test_a_row_that_was_deleted_reports_nothing(held: Program, home: Path) -> None:
    run = held("ledger", "import", fill(home, _without_first), *DAY)
    assert run.code == 0
    assert counted(run).startswith("Recorded 1 reports")
    assert states(held)["开展清产核资"][0] == ""


REFUSED: list[tuple[dict[str, object], str]] = [
    ({"是否办结": "基本完成"}, "看不出是否办结"),
    ({"办结日期": "10月5日"}, "没有填是否办结"),
    ({"是否办结": "否", "办结日期": "10月5日"}, "却填了办结日期"),
    ({"是否办结": "是", "办结日期": "国庆前"}, "不是日期"),
    ({"是否办结": "是", "办结日期": "2022-10-05"}, "晚于今天"),
    ({"是否办结": "是", "任务标识": None}, "没有任务标识"),
    ({"是否办结": "是", "任务标识": "0123456789abcdef0123"}, "没有标识为"),
    ({"是否办结": "是", "填报人": "王" * 101}, "超过 100 个字"),
]


@pytest.mark.parametrize(("said", "reason"), REFUSED)
def test_a_row_that_cannot_be_taken_is_refused_alone_and_marked_in_a_copy(
    held: Program, home: Path, said: dict[str, object], reason: str
) -> None:
    path = fill(home, cells(r4=said, r5={"办理情况": "正在改建"}))
    run = held("ledger", "import", path, "--refused", "refused.xlsx", "--lang", "zh", *DAY)
    assert run.code == 1
    assert "收录填报 1 条；已有 0 条，未收录 1 行" in run.err
    sheet = openpyxl.load_workbook(home / "refused.xlsx").active
    assert isinstance(sheet, Worksheet)
    assert sheet.cell(3, sheet.max_column).value == "未收录原因"
    assert reason in str(sheet.cell(4, sheet.max_column).value)
    assert sheet.cell(5, sheet.max_column).value is None
    assert sheet.cell(5, 2).value == "盘活闲置校舍"
    again = held("ledger", "import", "refused.xlsx", "--lang", "zh", *DAY)
    assert "收录填报 0 条；已有 1 条，未收录 1 行" in again.err


def test_two_rows_of_one_task_must_agree(held: Program, home: Path) -> None:
    def twice(sheet: Sheet, columns: dict[str, int]) -> None:
        task = sheet.cell(4, columns["任务标识"]).value
        same, other = {"任务标识": task, "是否办结": "是"}, {"任务标识": task, "是否办结": "否"}
        cells(r4={"是否办结": "√"}, r6=same, r7=other)(sheet, columns)

    run = held("ledger", "import", fill(home, twice), "--lang", "zh", *DAY)
    assert "第 7 行" in run.err
    assert "第 4 行对同一任务填的内容不同" in run.err
    assert states(held)["开展清产核资"][0] == "reported done"


def test_cells_that_were_merged_hold_for_each_row(held: Program, home: Path) -> None:
    def merged(sheet: Sheet, columns: dict[str, int]) -> None:
        cells(r4={"是否办结": "是", "填报人": "王芳"}, r5={"是否办结": "是"})(sheet, columns)
        column = columns["填报人"]
        sheet.merge_cells(start_row=4, end_row=5, start_column=column, end_column=column)

    assert held("ledger", "import", fill(home, merged), *DAY).code == 0
    assert {who for _, _, who, _ in states(held).values()} == {"王芳"}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [("a.txt", b"x", "is no Excel workbook"), ("b.xlsx", b"", "is no Excel workbook"), ("none.xlsx", None, "no file")],
)
def test_what_is_no_ledger_is_refused_in_one_sentence(
    held: Program, home: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (home / name).write_bytes(content)
    run = held("ledger", "import", name)
    assert run.code == 1
    assert words in run.err
    assert len(run.err.splitlines()) == 1


def test_a_workbook_without_the_headings_of_a_ledger_is_refused(held: Program, home: Path) -> None:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    (home / "other.xlsx").write_bytes(out.getvalue())
    assert "No sheet has the headings of a ledger" in held("ledger", "import", "other.xlsx").err


def test_a_report_survives_a_new_edition_and_says_that_the_deadline_has_changed(held: Program, home: Path) -> None:
    assert held("ledger", "import", fill(home, DONE), *DAY).code == 0
    assert held("load", write(home, "新.txt", LATER)).code == 0
    rows = {row["title"]: row for row in json.loads(held("ledger", "--json", *DAY).out)}
    assert rows["开展清产核资"]["state"] == "reported done"
    assert (rows["开展清产核资"]["due_text"], rows["开展清产核资"]["due_then"]) == ("2022年3月底前", "2021年12月底前")
    assert rows["盘活闲置校舍"]["due_then"] == ""


def test_a_report_moves_to_the_paper_that_replaces_its_own_and_old_sheets_are_refused(
    held: Program, home: Path
) -> None:
    path = fill(home, DONE)
    assert held("ledger", "import", path, *DAY).code == 0
    assert held("load", write(home, "新.txt", OTHER)).code == 0
    assert told(held) == EXPECTED
    assert counted(held("ledger", "import", path, *DAY)).startswith("Recorded 0 reports; 2 were known, 0 rows refused")
    run = held("ledger", "import", fill(home, cells(r4={"办理情况": "又清点一次"})), "--lang", "zh", *DAY)
    assert "任务“开展清产核资”已被代替，接续的是“开展清产核资”" in run.err


def test_a_report_waits_for_its_paper_that_was_taken_out(held: Program, home: Path) -> None:
    assert held("ledger", "import", fill(home, DONE), *DAY).code == 0
    assert held("load", write(home, "清单.txt", TASK_LIST)).code == 0
    assert held("unload", "老.txt").code == 0
    lost = json.loads(held("ledger", "lost", "--json").out)
    assert {row["title"] for row in lost} == set(EXPECTED)
    assert held("load", "老.txt").code == 0
    assert json.loads(held("ledger", "lost", "--json").out) == []
    assert told(held)["开展清产核资"] == EXPECTED["开展清产核资"]


def test_a_report_goes_into_a_backup_and_out_of_it_again(held: Program, home: Path) -> None:
    assert held("ledger", "import", fill(home, DONE), *DAY).code == 0
    before = json.loads(held("ledger", "--json", *DAY).out)
    assert "2 reports" in held("backup", "b.zip").err
    assert held("restore", "b.zip", "--store", "new.lbug").code == 0
    assert json.loads(held("ledger", "--json", "--store", "new.lbug", *DAY).out) == before
    assert held("check", "--store", "new.lbug").code == 0
    assert "填报" not in held("export", "rdf").out


def test_a_task_is_reported_by_command_with_its_history(held: Program) -> None:
    task = json.loads(held("tasks", "--json").out)[0]["task_id"]
    said = ("--who", "王芳", "--proof", "验收单", *DAY)
    assert held("ledger", "report", task, "推进中", *said).code == 0
    assert held("ledger", "report", task, "已报办结", "--day", "2021-10-01", *said).code == 0
    rows = json.loads(held("ledger", "history", task, "--json").out)
    assert [(row["state"], row["day"], row["proof"]) for row in rows] == [
        ("reported done", "2021-10-01", "验收单"),
        ("under way", rows[1]["day"], "验收单"),
    ]
    assert held("ledger", "report", "nothing", "推进中").code == 1
    assert held("ledger", "report", task, "快了").code == 2
    assert held("ledger", "whatever").code == 2


def test_the_week_says_what_is_due_and_reminds_in_the_words_of_the_paper(held: Program) -> None:
    run = held("ledger", "week", "--unit", "党建办", "--json", "--today", "2021-10-01")
    [row] = json.loads(run.out)
    assert (row["part"], row["title"], row["standing"]) == ("behind", "盘活闲置校舍", "due unreported")
    text = held("ledger", "week", "--unit", "党建办", "--remind", "--lang", "zh", "--today", "2021-10-01").out
    for words in (
        "党建办",
        "把闲置校舍改作便民服务点",
        "2021年9月30日前",
        "已到期未见填报",
        "老.txt:",
        "盘活闲置资产工作方案",
    ):
        assert words in text
    assert "逾期" not in text
    assert held("ledger", "week", "--unit", "党建办", "--remind", "--today", "2021-08-01").out == ""


def test_tasks_are_listed_by_how_they_stand_in_either_language(held: Program) -> None:
    for word in ("七日内到期", "due soon"):
        rows = json.loads(held("ledger", "--json", "--standing", word, "--today", "2021-09-25").out)
        assert [row["title"] for row in rows] == ["盘活闲置校舍"]
    assert held("ledger", "--standing", "逾期").code == 2
    assert "七日内到期" in held("ledger", "--lang", "zh", "--today", "2021-09-25").out
