"""In every format that is read a paper's page shows its table with the facts marked, its quotes are found again, and
its original can be had.
"""

import re
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.ingest.checking.verify import verify
from api.ingest.loading.load import load
from graph.stores.open import open_store
from loaders.formats.readers import ENDINGS
from tests.loaders.formats.written_papers import WRITERS
from tests.missing import missing

pytestmark = pytest.mark.slow

WRITTEN = [".docx", ".doc", ".pdf", ".xlsx", ".html", ".md", ".csv", ".txt"]
CONVERTED = (".doc", ".pdf")
READ = [ending for ending in WRITTEN if ending in ENDINGS]


@pytest.mark.parametrize("ending", READ)
def test_a_paper_is_shown_verified_and_given_back(
    tmp_path: Path, reading: Callable[..., TestClient], ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if ending in CONVERTED and shutil.which("soffice") is None:
        missing("LibreOffice is not installed (Debian: apt-get install libreoffice-writer-nogui)")
    monkeypatch.chdir(tmp_path)
    paper = tmp_path / f"方案{ending}"
    paper.write_bytes(WRITERS[ending]())
    reader = reading(paper)
    row = reader.get("/api/documents").json()["items"][0]
    address = f"/documents/{row['document_id']}"
    page = reader.get(address).text
    cell = re.compile(r"<t[dh][^>]*>(?:<span[^>]*></span>)?<a class=\"fact task\"[^>]*>修缮西干渠</a></t[dh]>")
    assert len(cell.findall(page)) == 1
    assert re.search(r'<a class="fact change"[^>]*>[^<]*石桥村', page)
    assert re.search(r'<a class="fact appointment"[^>]*>[^<]*周启明', page)
    assert reader.get(f"{address}/original", params={"file": paper.name}).content == paper.read_bytes()
    with closing(open_store(":memory:")) as store:
        load(store, [paper])
        found = verify(store, base=tmp_path)
        assert found.holds
        assert found.quotes > 10


def test_a_saved_page_tells_the_element_of_each_fact(tmp_path: Path, reading: Callable[..., TestClient]) -> None:
    paper = tmp_path / "方案.html"
    paper.write_bytes(WRITERS[".html"]())
    reader = reading(paper)
    [document] = reader.get("/api/documents").json()["items"]
    page = reader.get(f"/documents/{document['document_id']}").text
    assert re.search(r'<span class="within">[^<]*body/table(\[1\])?/tbody/tr\[\d+\]</span>', page)
    task = next(one for one in reader.get("/api/tasks").json()["items"] if one["title"].startswith("修缮西干渠"))
    [passage, *_] = reader.get(f"/api/sources/{task['task_id']}").json()["items"]
    assert passage["element"].startswith("body/table")
    assert passage["element"] in reader.get(f"/tasks/{task['task_id']}").text
