"""Workbooks and tables in text, loaded: their pages, the places of their tasks, and every quote found again."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.ingest.load import load
from api.ingest.verify import verify
from graph.stores.open import open_store
from tests.loaders.formats.xlsx.books import Sheet, book

HEADER = ("序号", "任务", "责任单位", "完成时限")
ROWS = [["2025年水利工作方案"], HEADER, (1, "修东渠", "县水利局", "6月"), (2, "修西渠", None, "7月"), ["注：按月调度"]]
LINES = ["2025年水利工作方案,,,", "序号,任务,责任单位,完成时限", "1,修东渠,县水利局,6月", "2,修西渠,县水利局,7月"]
LIST = "\n".join([*LINES, "注：按月调度,,,\n"])


def paper(folder: Path, name: str) -> Path:
    data = (
        book(Sheet(ROWS, ["A1:D1", "C3:C4", "A5:D5"]), names=["任务表"]) if "xlsx" in name else LIST.encode("gb18030")
    )
    (folder / name).write_bytes(data)
    return folder / name


@pytest.mark.parametrize("lying", [True, False], ids=["the file", "its passages"])
@pytest.mark.parametrize("name", ["方案.xlsx", "方案.csv"])
def test_a_sheet_shows_its_cells(
    tmp_path: Path,
    reading: Callable[..., TestClient],
    lying: bool,  # noqa: FBT001 - a case of the test
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    file = paper(tmp_path, name)
    reader = reading(file)
    if not lying:
        file.unlink()
    row = reader.get("/api/documents").json()["items"][0]
    body = re.sub(r"<(?!/?t[dr]\b)[^>]*>|\s", "", reader.get(f"/documents/{row['document_id']}").text)
    assert re.search(r"<td[^>]*>修东渠</td><td[^>]*>县水利局</td>", body)
    assert re.search(r"<td[^>]*>修西渠</td><td[^>]*>县水利局</td>", body)
    assert "注：按月调度" in body or not lying


@pytest.mark.parametrize(("name", "place"), [("方案.xlsx", "方案.xlsx:任务表!4:4"), ("方案.csv", "方案.csv:4")])
def test_a_task_says_where_in_the_sheet_it_stands(
    tmp_path: Path, reading: Callable[..., TestClient], name: str, place: str
) -> None:
    reader = reading(paper(tmp_path, name))
    [_, task] = reader.get("/api/tasks").json()["items"]
    [stated] = reader.get(f"/api/sources/{task['task_id']}").json()["items"]
    assert stated["place"] == place
    assert stated["quote"].split(stated["quote"][1]) == ["2", "修西渠", "县水利局", "7月"]
    assert place in reader.get(f"/tasks/{task['task_id']}").text
    shown = reader.get(f"/documents/{task['document_id']}").text if "document_id" in task else ""
    assert "xlsx" not in name or "任务表!A1" in shown
    assert task["lead_units"] + task["responsible_units"] == ["县水利局"]


@pytest.mark.parametrize("name", ["方案.xlsx", "方案.csv"])
def test_every_quote_of_a_sheet_is_found_again_until_the_sheet_is_changed(tmp_path: Path, name: str) -> None:
    file = paper(tmp_path, name)
    with closing(open_store(":memory:")) as store:
        load(store, [file])
        found = verify(store, base=tmp_path)
        assert found.holds
        assert found.quotes > 2
        other = book(Sheet([*ROWS[:2], (1, "修南渠", "县水利局", "6月")], ["A1:D1"]), names=["任务表"])
        file.write_bytes(other if "xlsx" in name else LIST.replace("修西渠", "修南渠").encode("gb18030"))
        assert {one.fault for one in verify(store, base=tmp_path).failed} >= {"changed"}
