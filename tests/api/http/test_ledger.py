"""The ledger over HTTP and on pages: read by all; reports and sheets are taken from those who have the token."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from starlette.testclient import TestClient

from api.http.library.library import Library
from api.ingest.loading.load import load
from api.lists.taking import XLSX
from tests.api.http.conftest import client_of
from tests.api.ledger.test_proposing import LEDGER
from tests.api.papers import NOTICE, write

SENT = {"Content-Type": XLSX}
PAGE = {"Accept": "text/html", "Accept-Language": "zh-CN"}


@pytest.fixture
def held(writer: TestClient, empty: Library, tmp_path: Path) -> TestClient:
    """A client that sends the token, of a service that holds the notice."""
    with empty.writing() as store:
        load(store, [write(tmp_path, "通知.txt", NOTICE)])
    return writer


def items(client: TestClient, **params: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = client.get("/api/ledger", params={"today": "2021-10-01", **params}).json()["items"]
    return rows


def filled(client: TestClient, **cells: str) -> bytes:
    """The sheet of the service with some cells written."""
    book = openpyxl.load_workbook(io.BytesIO(client.get("/api/ledger.xlsx", params={"lang": "zh"}).content))
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for address, words in cells.items():
        sheet[address] = words
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_report_is_recorded_once_and_told_with_the_task(held: TestClient) -> None:
    task = items(held)[0]["task_id"]
    said = {"state": "reported done", "day": "2021-09-01", "who": "王芳", "note": "已清点"}
    assert held.post(f"/api/tasks/{task}/reports", json=said).json()["known"] == 0
    assert held.post(f"/api/tasks/{task}/reports", json=said).json() == {
        "new": [],
        "known": 1,
        "blank": 0,
        "refused": [],
        "overtaken": [],
    }
    row = items(held)[0]
    assert (row["standing"], row["reporter"], row["reports"]) == ("reported done", "王芳", 1)
    assert held.get(f"/api/tasks/{task}/reports").json()["items"][0]["note"] == "已清点"
    page = held.get(f"/tasks/{task}", headers=PAGE).text
    assert all(words in page for words in ("已报办结", "王芳", "填报，不出自文件。", "data-report="))


def test_only_who_has_the_token_reports(held: TestClient, empty: Library) -> None:
    task = items(held)[0]["task_id"]
    sheet = filled(held)
    without = {"Authorization": "Bearer wrong"}
    for path, body in ((f"/api/tasks/{task}/reports", b'{"state":"under way"}'), ("/api/ledger", sheet)):
        assert held.post(path, content=body, headers={**without, **SENT}).status_code in {401, 422}
        assert client_of(empty).post(path, content=body, headers=SENT).status_code in {403, 422}
    assert held.post("/api/ledger", content=sheet, headers={**without, **SENT}).status_code == 401
    assert held.post(f"/api/tasks/{task}/reports", json={"state": "under way"}, headers=without).status_code == 401
    assert items(held)[0]["state"] == ""


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"state": "done"}, 422),
        ({"state": "under way", "day": "2021-02-30"}, 422),
        ({"state": "under way", "day": "2999-01-01"}, 422),
        ({"state": "under way", "more": "x"}, 422),
    ],
)
def test_what_is_no_report_is_a_problem(held: TestClient, said: dict[str, str], status: int) -> None:
    task = items(held)[0]["task_id"]
    answer = held.post(f"/api/tasks/{task}/reports", json=said)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert held.post("/api/tasks/none/reports", json={"state": "under way"}).status_code == 404


def test_a_sheet_is_shown_then_taken_in_and_changes_nothing_again(held: TestClient) -> None:
    sheet = filled(held, J4="√", K4="2021年9月1日", L4="王芳", J5="快了")
    shown = held.post("/api/ledger?dry_run=true&today=2021-10-01", content=sheet, headers=SENT).json()
    assert [one["day"] for one in shown["new"]] == ["2021-09-01"]
    assert items(held)[0]["state"] == ""
    taken = held.post("/api/ledger?today=2021-10-01", content=sheet, headers=SENT).json()
    assert [(one["title"], one["reporter"]) for one in taken["new"]] == [("开展清产核资", "王芳")]
    assert [(one["where"], one["reason"]) for one in taken["refused"]] == [("台账!5", "ledger.done_words")]
    tag = held.get("/api/ledger").headers["etag"]
    again = held.post("/api/ledger?today=2021-10-01", content=sheet, headers=SENT).json()
    assert (again["new"], again["known"]) == ([], 1)
    assert held.get("/api/ledger").headers["etag"] == tag
    marked = held.post("/api/ledger/refused?today=2021-10-01&lang=zh", content=sheet, headers=SENT)
    copy = openpyxl.load_workbook(io.BytesIO(marked.content)).active
    assert isinstance(copy, Worksheet)
    assert "看不出是否办结" in str(copy.cell(5, copy.max_column).value)


@pytest.mark.parametrize(
    ("content", "kind", "status"), [(b"x", XLSX, 422), (b"x", "text/plain", 415), (b"", XLSX, 422)]
)
def test_what_is_no_sheet_is_a_problem(held: TestClient, content: bytes, kind: str, status: int) -> None:
    assert held.post("/api/ledger", content=content, headers={"Content-Type": kind}).status_code == status


def test_an_answer_is_of_the_day_from_which_it_is_seen(held: TestClient) -> None:
    one, other = (held.get("/api/ledger", params={"today": day}) for day in ("2021-08-01", "2021-10-01"))
    assert one.headers["etag"] != other.headers["etag"]
    assert [row["standing"] for row in one.json()["items"]] == ["not due", "not due"]
    assert [row["standing"] for row in other.json()["items"]] == ["not due", "due unreported"]
    assert [row["title"] for row in items(held, standing="due unreported")] == ["盘活闲置校舍"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/ledger?as_of=2021-10-01", ("已到期未见填报", "未到期", "填报，不出自文件。", "/ledger/sheet.xlsx")),
        ("/ledger?unit=党建办&as_of=2021-10-01", ("盘活闲置校舍",)),
        ("/ledger?standing=due+soon&as_of=2021-09-25", ("七日内到期",)),
        ("/ledger/week?unit=党建办&as_of=2021-10-01", ("催办", "把闲置校舍改作便民服务点", "通知.txt:")),
        ("/ledger/import", ("导入填好的台账", "data-ledger=")),
    ],
)
def test_the_pages_of_the_ledger(held: TestClient, path: str, words: tuple[str, ...]) -> None:
    page = held.get(path, headers=PAGE)
    assert page.status_code == 200
    assert [one for one in words if one not in page.text] == []
    assert "逾期" not in page.text


def test_a_page_of_no_standing_says_so(held: TestClient) -> None:
    assert held.get("/ledger?standing=late", headers=PAGE).status_code == 422


def test_the_sheet_of_a_page_is_called_after_whose_tasks_it_holds(held: TestClient) -> None:
    answer = held.get("/ledger/sheet.xlsx?unit=党建办", headers=PAGE)
    assert answer.headers["content-type"] == XLSX
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert isinstance(sheet, Worksheet)
    assert sheet["A1"].value == "党建办工作台账"
    assert sheet.max_row == 4


def test_progress_that_a_paper_tells_is_offered_on_a_page(writer: TestClient, empty: Library, tmp_path: Path) -> None:
    with empty.writing() as store:
        load(store, [write(tmp_path, "台账.txt", LEDGER)])
    [row] = writer.get("/api/documents").json()["items"]
    page = writer.get(f"/ledger/proposed?document={row['document_id']}", headers=PAGE).text
    assert all(words in page for words in ("已疏通三公里", "台账.txt:8", "data-take="))
    assert writer.get("/ledger/proposed?document=none", headers=PAGE).status_code == 404
