"""A Word document is loaded, shown with its facts, cited by table and row, and its quotes are found again."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.ingest.checking.verify import verify
from api.ingest.loading.load import load
from graph.stores.open import open_store
from tests.loaders.formats.docx.word_files import docx, level, lists, p, raw, run, tbl, tc, tr


def paper(folder: Path, owner: str = "水利站") -> Path:
    """A plan with an automatic number, a merged owner and a comment."""
    body = (
        p("柳林镇修渠工作方案")
        + p("清淤。（责任单位：河长办）", number=(1, 0))
        + tbl(
            tr("序号", "重点任务", "责任单位"),
            tr("1", "修东渠", tc(owner, down="restart")),
            tr("2", "修西渠", tc("", down="continue")),
        )
        + raw(run("特此通知。") + '<w:r><w:commentReference w:id="1"/></w:r>')
    )
    parts = {
        "numbering": lists({1: level(0, "%1、", "chineseCounting")}),
        "comments": f'<w:comment w:id="1">{p("日期待定")}</w:comment>',
    }
    path = folder / "方案.docx"
    path.write_bytes(docx(body, parts))
    return path


@pytest.mark.parametrize("lying", [True, False], ids=["the file", "its passages"])
def test_its_text_is_shown_with_tables_numbers_and_comments(
    tmp_path: Path,
    reading: Callable[..., TestClient],
    lying: bool,  # noqa: FBT001 - a case of the test
) -> None:
    path = paper(tmp_path)
    reader = reading(path)
    if not lying:
        path.unlink()
    row = reader.get("/api/documents").json()["items"][0]
    body = re.sub(r"<(?!/?t[dr]\b)[^>]*>|\s", "", reader.get(f"/documents/{row['document_id']}").text)
    assert re.search(r"<td[^>]*>1</td><td[^>]*>修东渠</td><td[^>]*>水利站</td>", body)
    assert re.search(r"<td[^>]*>2</td><td[^>]*>修西渠</td><td[^>]*>水利站</td>", body)
    assert "一、清淤。（责任单位：河长办）" in body
    assert "日期待定" in body
    assert "批注里的话" in body
    assert "第1表第3行" in body


def test_its_facts_are_cited_by_table_row_and_paragraph(tmp_path: Path, reading: Callable[..., TestClient]) -> None:
    reader = reading(paper(tmp_path))
    tasks = reader.get("/api/tasks").json()["items"]
    assert {one["title"]: one["sources"] for one in tasks} == {
        "清淤": ["方案.docx:段2"],
        "修东渠": ["方案.docx:第1表第2行"],
        "修西渠": ["方案.docx:第1表第3行"],
    }
    task = next(one["task_id"] for one in tasks if one["title"] == "修西渠")
    assert "方案.docx:第1表第3行" in reader.get(f"/tasks/{task}").text
    [source] = reader.get(f"/api/sources/{task}").json()["items"]
    assert (source["quote"], source["table_no"], source["row_no"]) == ("2\t修西渠\t水利站", 1, 3)


def test_its_quotes_are_found_again_until_it_changes(tmp_path: Path) -> None:
    path = paper(tmp_path)
    with closing(open_store(str(tmp_path / "s.lbug"))) as store:
        load(store, [path])
        assert verify(store).holds
        paper(tmp_path, owner="林业站")
        assert {(one.path, one.fault) for one in verify(store).failed} == {("方案.docx", "changed")}
        path.write_bytes(path.read_bytes()[:-300])
        assert [one.reason.key for one in verify(store).unopened] == ["file.damaged"]
