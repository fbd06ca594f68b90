"""Tables for people."""

from typing import get_type_hints

import pytest
from rich.cells import cell_len

from api.ask.editions.revising import RevisionRow
from api.ask.proposing import ProposalRow
from api.cli import tables
from api.cli.footnotes import PaperedRow
from api.ledger.rows import LedgerRow, ReportRow
from api.uploads.trash import TrashEntry
from graph.messages.tables import subject_rows
from queries.audit import FindingRow
from queries.differences import DifferenceRow
from queries.gazetteer.check import ListedVillageRow
from queries.periods.between import BetweenRow
from queries.places.compared import StandingRow
from queries.places.names import NameRow
from queries.rows import (
    ChangeLegRow,
    ChangeRow,
    ComparedPlaceRow,
    ConflictRow,
    DocumentRow,
    LeaderRow,
    PlaceRow,
    PlanRow,
    TaskRow,
    UnitRow,
)
from queries.workload import LoadRow
from tests.viz.task_rows import row

TASK = row(
    title="推动综治中心建设规范化",
    content="落实镇综治中心固定场地，公布人员名单和值班安排。",
    lead_units=("社会治理和应急管理办",),
    due_text="2021年12月",
    sources=("notice.txt:70", "notice.txt:24"),
)


def shown(capsys: pytest.CaptureFixture[str], *, full: bool = False) -> str:
    tables.show("zh", [tables.task_row("zh", TASK, full=full)], tables.LAYOUT["tasks"])
    return capsys.readouterr().out


def test_a_pipe_gets_every_word_unbroken(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    out = shown(capsys, full=True)
    for text in (
        TASK["title"],
        TASK["content"],
        "牵头：社会治理和应急管理办",
        "责任：党政办、司法所",
        "notice.txt:24",
    ):
        assert str(text) in out


def test_a_narrow_screen_folds_words_and_loses_none(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    out = shown(capsys)
    assert "…" not in out
    for character in "推动综治中心建设规范化社会治理和应急管理办党政办司法所冉泰休":
        assert character in out


def test_a_place_in_a_file_is_never_broken(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    long = "2021年各镇工作方案汇编/蓬莱镇/关于印发健全基层治理体系工作方案的通知.txt:106"
    rows = [{**tables.task_row("zh", TASK, full=False), "sources": (long, "notice.txt:24")}]
    tables.show("zh", rows, tables.LAYOUT["tasks"])
    out = capsys.readouterr().out
    assert "方案的通知.txt:106\n" in out
    assert "notice.txt:24\n" in out
    assert all(cell_len(line) <= 80 for line in out.split("\n"))


def test_a_narrow_screen_shows_many_columns_as_records_with_whole_dates(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    row = {
        "title": "村级建制调整情况表",
        "number": "大蓬委发〔2021〕26号",
        "issued_on": "2021-04-12",
        "files": ("a.txt",),
    }
    tables.show("zh", [row | {"issuer": "蓬莱镇人民政府", "plans": 1, "tasks": 0}], tables.LAYOUT["documents"])
    lines = capsys.readouterr().out.splitlines()
    assert "文号      大蓬委发〔2021〕26号" in lines
    assert "发文日期  2021-04-12" in lines


def test_a_long_cell_is_wrapped_in_a_pipe(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    tables.show("zh", [{"title": "清理沟渠" * 100, "number": "1"}, {"title": "短", "number": "2"}])
    assert max(map(cell_len, capsys.readouterr().out.split("\n"))) < 80


def test_lines_end_without_blanks(capsys: pytest.CaptureFixture[str]) -> None:
    assert all(line == line.rstrip() for line in shown(capsys).split("\n"))


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("load", 24.5, "24.5"),
        ("load", 3.0, "3"),
        ("share", 0.125, "12%"),
        ("aliases", ("社事办", "镇社事办"), "社事办、镇社事办"),
        ("sources", ("a:1", "b:2"), "a:1\nb:2"),
        ("body", False, "否"),
        ("due", None, ""),
        ("since", "../2021-04-12", "不晚于2021-04-12"),
        ("since", "XXXX", "未写明"),
        ("since", "2021-XX", "2021"),
        ("tasks", 12, "12"),
    ],
)
def test_a_cell_reads_as_people_write(column: str, value: object, expected: str) -> None:
    assert tables.cell("zh", column, value) == expected


def test_every_column_of_a_table_has_a_heading_in_both_languages() -> None:
    shown = {column for columns in tables.LAYOUT.values() for column in columns}
    assert shown <= subject_rows("column").keys()


def test_a_column_that_tells_nothing_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"name": "社事办", "place": "蓬莱镇", "note": ""}, {"name": "党政办", "place": "蓬莱镇", "note": ""}]
    tables.show("zh", rows, ("name", "place", "note"))
    out = capsys.readouterr().out
    assert "名称" in out
    assert "地方" not in out
    assert "说明" not in out


def test_names_that_look_like_markup_are_shown_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    tables.show("en", [{"name": "[bold]办[/bold] :smile:"}])
    assert "[bold]办[/bold] :smile:" in capsys.readouterr().out


ROWS = {
    "tasks": TaskRow,
    "units": UnitRow,
    "leaders": LeaderRow,
    "places": PlaceRow,
    "places_between": ComparedPlaceRow,
    "legs": ChangeLegRow,
    "names": NameRow,
    "listed_villages": ListedVillageRow,
    "plans": PlanRow,
    "documents": DocumentRow,
    "changes": ChangeRow,
    "conflicts": ConflictRow,
    "audit": FindingRow,
    "proposals": ProposalRow,
    "lineage": PaperedRow,
    "diff": DifferenceRow,
    "revisions": RevisionRow,
    "trash": TrashEntry,
    "workload": LoadRow,
    "ledger": LedgerRow,
    "week": LedgerRow,
    "reports": ReportRow,
    "proposed": ReportRow,
}
ALSO = {"lineage": BetweenRow, "places": StandingRow}
"""Other rows that a table shows: a lineage between two days, the places of a day."""
MADE = {"task", "units_by_role", "id", "part"}
"""Columns that are made of others, for the table alone."""


def test_a_table_shows_columns_that_its_rows_have() -> None:
    assert tables.LAYOUT.keys() - ROWS.keys() == {
        *("answer", "check", "corrections", "count", "fits", "history", "loaded", "verify"),
    }
    for name, row_type in ROWS.items():
        known = get_type_hints(row_type).keys() | get_type_hints(ALSO.get(name, row_type)).keys()
        assert set(tables.LAYOUT[name]) - MADE <= known, name
