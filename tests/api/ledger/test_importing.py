"""What sheets report is planned from the sheets and the store: the same sheets again change nothing."""

import io
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from api.ask.corrections.correcting import correct
from api.ask.corrections.corrections_made import task_field
from api.ingest.loading.load import load
from api.ledger import sheet_reading
from api.ledger.importing import ImportPlan, marked, plan_import
from api.ledger.rows import reports_of
from api.ledger.sheet_reading import LedgerLine, LedgerSheet
from graph.errors import FileRefusedError
from graph.reports.reports import Report
from graph.stores.open import open_store
from graph.stores.protocol import Store
from graph.stores.reports import record
from queries.ask import ask
from tests.api.cli.test_versions import OTHER
from tests.api.papers import NOTICE, write
from viz.files.ledger_sheet import ToldBefore, ledger_workbook

TODAY = "2021-10-08"


@pytest.fixture
def loaded(tmp_path: Path) -> Path:
    """The folder of a closed store that holds the notice, whose two tasks are told in `tasks_of`."""
    folder = tmp_path / "loaded"
    folder.mkdir()
    with closing(open_store(str(folder / "g.lbug"))) as held:
        load(held, [write(tmp_path, "通知.txt", NOTICE)])
    return folder


@pytest.fixture
def store(loaded: Path) -> Iterator[Store]:
    """That store, open."""
    with closing(open_store(str(loaded / "g.lbug"))) as held:
        yield held


def tasks_of(store: Store) -> list[tuple[str, str]]:
    """Ids and titles of the tasks of a store."""
    return [(row["task_id"], row["title"]) for row in ask(store, "tasks/list")]


def sheet(lines: Sequence[LedgerLine], name: str = "台账") -> LedgerSheet:
    """A sheet with these lines."""
    return LedgerSheet(name, 0, 3, 1, {}, tuple(lines))


def line(
    number: int, task: str, done: str, note: str = "", title: str = "", content: str = "", after: str = ""
) -> LedgerLine:
    """A row of a sheet by its number, which says whether a task is done."""
    return LedgerLine("台账", number, task, title, note, done, "", "", content, after)


def take_in(store: Store, sheets: Sequence[LedgerSheet]) -> tuple[ImportPlan, tuple[Report, ...]]:
    """What an import of sheets planned, and what it recorded."""
    plan = plan_import(store, sheets, TODAY)
    return plan, record(store, plan.coming, again=True).new


def states(store: Store) -> dict[str, str]:
    """The state of each task that was reported last."""
    held = reports_of(store)
    return {title: last.state for task, title in tasks_of(store) for last in held.of(task)[:1]}


ROWS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["是", "否", "√", ""]), st.sampled_from(["", "快了"])))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=ROWS, rows=ROWS)
@example(before=[(0, "是", "")], rows=[(0, "", "快了"), (0, "否", "快了")])
@example(before=[(0, "是", "")], rows=[(0, "", "快了"), (0, "否", "")])
def test_a_sheet_that_is_taken_in_twice_changes_nothing_the_second_time(
    loaded: Path, tmp_path: Path, before: list[tuple[int, str, str]], rows: list[tuple[int, str, str]]
) -> None:
    folder = Path(shutil.copytree(loaded, tmp_path / uuid4().hex))
    with closing(open_store(str(folder / "g.lbug"))) as fresh:
        tasks = [*(task for task, _ in tasks_of(fresh)), "unknown"]
        earlier, sheets = (
            [sheet([line(4 + place, tasks[one], done, note) for place, (one, done, note) in enumerate(told)])]
            for told in (before, rows)
        )
        take_in(fresh, earlier)
        first, _ = take_in(fresh, sheets)
        after = states(fresh)
        second, recorded = take_in(fresh, sheets)
        assert recorded == ()
        assert second.refused == first.refused
        assert states(fresh) == after


def test_rows_that_contradict_one_another_are_told_at_every_import(store: Store) -> None:
    task, title = tasks_of(store)[0]
    sheets = [sheet([line(4, task, "是"), line(44, task, "否")])]
    for _ in range(3):
        plan, _ = take_in(store, sheets)
        assert [(one.line.number, one.reason.key) for one in plan.refused] == [(44, "ledger.twice")]
        assert states(store) == {title: "reported done"}


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("by_content", [False, True])
def test_rows_whose_hidden_column_was_sorted_apart_are_refused(store: Store, swapped: bool, by_content: bool) -> None:  # noqa: FBT001
    rows = ask(store, "tasks/list")
    ids = [row["task_id"] for row in (reversed(rows) if swapped else rows)]
    words = [("", row["content"]) if by_content else (f"（一）{row['title']}。", "") for row in rows]
    lines = [line(4 + place, task, "是", "", *words[place]) for place, task in enumerate(ids)]
    plan, recorded = take_in(store, [sheet(lines)])
    assert {one.reason.key for one in plan.refused} == ({"ledger.other_task"} if swapped else set())
    assert len(recorded) == (0 if swapped else 2)


def test_a_sheet_from_before_a_title_was_corrected_or_revised_is_taken(store: Store, tmp_path: Path) -> None:
    task, title = tasks_of(store)[0]
    correct(store, [task_field(store, task, "title", ["清查资产"])])
    for words, known in ((title, True), ("清查资产", True), ("盘活闲置校舍", False)):
        plan, _ = take_in(store, [sheet([line(4, task, "是", words, title=words)])])
        assert [one.reason.key for one in plan.refused] == ([] if known else ["ledger.other_task"])
    load(store, [write(tmp_path, "新.txt", OTHER)])
    new = next(one for one, name in tasks_of(store) if name == title and one != task)
    plan, _ = take_in(store, [sheet([line(4, new, "是", "按新文", title=title)])])
    assert plan.refused == ()


def test_what_was_reported_before_is_reported_again_by_a_sheet_that_was_written_after_something_else_was(
    store: Store,
) -> None:
    task, title = tasks_of(store)[0]

    def exported(done: str) -> list[LedgerSheet]:
        last = "".join(one.id for one in reports_of(store).of(task)[:1])
        return [sheet([line(4, task, done, after=last)])]

    sent = []
    for done, state in (("是", "reported done"), ("否", "under way"), ("是", "reported done"), ("否", "under way")):
        sent.append(exported(done))
        plan, recorded = take_in(store, sent[-1])
        assert (len(recorded), plan.overtaken, states(store)) == (1, (), {title: state})
    for place, sheets in enumerate(sent):
        plan, recorded = take_in(store, sheets)
        assert (recorded, len(plan.known), states(store)) == ((), 1, {title: "under way"})
        overtaken = [one.reason.key for one in plan.overtaken]
        assert overtaken == (["ledger.overtaken"] if place in {0, 2} else []), place


def test_a_sheet_with_too_many_rows_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_reading, "MOST_ROWS", 1)
    row: dict[str, ToldBefore] = {}
    book = openpyxl.load_workbook(io.BytesIO(ledger_workbook("台账", "", [], row, "zh")))
    below = book.active
    assert isinstance(below, Worksheet)
    below.append(["x"])
    assert [len(one.lines) for one in sheet_reading.ledger_in(saved(book))] == [1]
    below.append(["y"])
    with pytest.raises(FileRefusedError) as refused:
        sheet_reading.ledger_in(saved(book))
    assert refused.value.key == "ledger.too_long"


def saved(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_sheets_of_any_name_are_marked_each_with_its_own_reasons(store: Store) -> None:
    task, title = tasks_of(store)[0]
    name = "很长的名字" * 8 + "[/]"
    first = LedgerSheet(name, 0, 3, 1, {(3, 1): "任务标识", (4, 1): task}, (line(4, task, "也许"),))
    other = LedgerSheet(name, 1, 3, 1, {(3, 1): "任务标识", (4, 1): task}, (replace(line(4, task, "是"), place=1),))
    plan, _ = take_in(store, [first, other])
    book = openpyxl.load_workbook(io.BytesIO(marked("zh", [first, other], plan.refused)))
    assert book.sheetnames == ["台账1", "台账2"]
    assert ["也许" in str(one.cell(4, 2).value) for one in book.worksheets] == [True, False]
    assert states(store) == {title: "reported done"}


def test_words_alone_do_not_reopen_what_was_reported_done(store: Store) -> None:
    (task, title), _ = tasks_of(store)
    take_in(store, [sheet([line(4, task, "是")])])
    plan, new = take_in(store, [sheet([line(4, task, "", note="材料已归档")])])
    assert ([one.reason.key for one in plan.refused], new) == (["ledger.reopened"], ())
    assert states(store)[title] == "reported done"
    take_in(store, [sheet([line(4, task, "否", note="重新整改")])])
    assert states(store)[title] == "under way"
