"""Workbooks and tables in text, loaded: their pages, the places of their tasks, and every quote found again."""

import re
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.ingest.checking.verify import verify
from api.ingest.loading.load import load
from graph.stores.open import open_store
from tests.loaders.formats.ods.open_sheets import cell, covered, ods, row, sheet
from tests.loaders.formats.xls.old_books import OldSheet, old_book
from tests.loaders.formats.xlsx.books import Sheet, book

HEADER = ("序号", "任务", "责任单位", "完成时限")
ROWS = [["2025年水利工作方案"], HEADER, (1, "修东渠", "县水利局", "6月"), (2, "修西渠", None, "7月"), ["注：按月调度"]]
LINES = ["2025年水利工作方案,,,", "序号,任务,责任单位,完成时限", "1,修东渠,县水利局,6月", "2,修西渠,县水利局,7月"]
LIST = "\n".join([*LINES, "注：按月调度,,,\n"])


def paper(folder: Path, name: str) -> Path:
    (folder / name).write_bytes(MADE[Path(name).suffix](ROWS, LIST))
    return folder / name


def in_open_document(rows: Sequence[Sequence[object]]) -> bytes:
    """The rows with the merges of `ROWS`."""
    first, header, one, *rest = ([str(value or "") for value in row] for row in rows)
    merged = row(*one[:2], cell(one[2], down=2), one[3])
    below = [row(*two[:2], covered(), *two[3:]) for two in rest[:-1]]
    return ods(sheet(row(cell(first[0], across=4)), row(*header), merged, *below, row(*rest[-1]), name="任务表"))


MADE: dict[str, Callable[[Sequence[Sequence[object]], str], bytes]] = {
    ".xlsx": lambda rows, _: book(Sheet(rows, ["A1:D1", "C3:C4", "A5:D5"]), names=["任务表"]),
    ".xls": lambda rows, _: old_book(OldSheet(rows, [(0, 0, 0, 3), (2, 3, 2, 2), (4, 4, 0, 3)], name="任务表")),
    ".ods": lambda rows, _: in_open_document(rows),
    ".csv": lambda _, text: text.encode("gb18030"),
}
NAMES = [f"方案{ending}" for ending in MADE]


@pytest.mark.parametrize("lying", [True, False], ids=["the file", "its passages"])
@pytest.mark.parametrize("name", NAMES)
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
    page = reader.get(f"/documents/{row['document_id']}").text
    assert (page.count("工作表：任务表</h3>") == 1) is not name.endswith("csv")
    body = re.sub(r"<(?!/?t[dr]\b)[^>]*>|\s", "", page)
    assert re.search(r"<td[^>]*>修东渠</td><td[^>]*>县水利局</td>", body)
    assert re.search(r"<td[^>]*>修西渠</td><td[^>]*>县水利局</td>", body)
    assert "注：按月调度" in body or not lying


@pytest.mark.parametrize("name", NAMES)
def test_a_task_says_where_in_the_sheet_it_stands(
    tmp_path: Path, reading: Callable[..., TestClient], name: str
) -> None:
    place = f"{name}:4" if name.endswith("csv") else f"{name}:任务表!4:4"
    reader = reading(paper(tmp_path, name))
    [_, task] = reader.get("/api/tasks").json()["items"]
    [stated] = reader.get(f"/api/sources/{task['task_id']}").json()["items"]
    assert stated["place"] == place
    assert stated["quote"].split(stated["quote"][1]) == ["2", "修西渠", "县水利局", "7月"]
    assert place in reader.get(f"/tasks/{task['task_id']}").text
    shown = reader.get(f"/documents/{task['document_id']}").text if "document_id" in task else ""
    assert name.endswith("csv") or "任务表!A1" in shown
    assert task["lead_units"] + task["responsible_units"] == ["县水利局"]


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_of_a_sheet_is_found_again_until_the_sheet_is_changed(tmp_path: Path, name: str) -> None:
    file = paper(tmp_path, name)
    with closing(open_store(":memory:")) as store:
        load(store, [file])
        found = verify(store, base=tmp_path)
        assert found.holds
        assert found.quotes > 2
        rows = [*ROWS[:3], (2, "修南渠", None, "7月"), ROWS[4]]
        file.write_bytes(MADE[file.suffix](rows, LIST.replace("修西渠", "修南渠")))
        assert {one.fault for one in verify(store, base=tmp_path).failed} >= {"changed"}
