"""A PDF is loaded, shown with its facts, cited by page, table and row, and its quotes are found again."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.ingest.checking.verify import verify
from api.ingest.loading.load import load
from graph.stores.open import open_store
from tests.loaders.formats.pdf.pdf_files import Box, Sheet, pdf, table


def paper(folder: Path, owner: str = "水利站") -> Path:
    """A plan of two pages with a table whose owner is merged over rows."""
    front, behind = Sheet().words(200, 100, "柳林镇修渠工作方案", 22), Sheet()
    front.prose(150, ["一、清淤。组织村民清理渠道淤泥。（责任单位：河长办；完成时限：2024年4月底前）"])
    head = ["序号", "重点任务", "责任单位", "完成时限"]
    rows: list[list[Box | str | None]] = [
        [*head],
        ["1", "修东渠", Box(owner, 2), "2024年5月"],
        ["2", "修西渠", None, "2024年6月"],
    ]
    table(behind, 100, [80, 120, 280, 400, 520], rows)
    path = folder / "方案.pdf"
    path.write_bytes(pdf(front, behind))
    return path


@pytest.mark.parametrize("lying", [True, False], ids=["the file", "its passages"])
def test_its_text_is_shown_with_tables_and_places(
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
    assert "一、清淤。组织村民清理渠道淤泥。" in body
    assert "第2页第1表第3行" in body
    sources = {one["title"]: one["sources"] for one in reader.get("/api/tasks").json()["items"]}
    assert [place.rpartition(":")[2] for place in sources["修西渠"]] == ["第2页第1表第3行"]


def test_its_quotes_are_found_again_until_it_changes(tmp_path: Path) -> None:
    path = paper(tmp_path)
    with closing(open_store(str(tmp_path / "s.lbug"))) as store:
        load(store, [path])
        assert verify(store).holds
        paper(tmp_path, owner="农业站")
        assert {(one.path, one.fault) for one in verify(store).failed} == {("方案.pdf", "changed")}
        path.write_bytes(path.read_bytes()[:-500])
        assert [one.reason.key for one in verify(store).unopened] == ["file.pdf_damaged"]
