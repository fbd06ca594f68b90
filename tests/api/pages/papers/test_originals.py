"""A paper's page leads to the file as it was loaded, which a browser saves and never shows as a page of the service."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote
from zipfile import ZipFile

import pytest
from starlette.testclient import TestClient

from api.pages.papers.originals import BYTES
from graph.media_types import MEDIA_TYPES
from loaders.formats.readers import ENDINGS
from tests.api.pages.looking import Page
from tests.api.papers import NOTICE
from tests.loaders.formats.docx.word_files import docx, p, tbl, tr

HOSTILE = "<html><body><script>alert(1)</script>" + NOTICE.replace("\n", "<br>") + "</body></html>"
WORD = docx(p("修渠工作方案") + tbl(tr("序号", "任务", "责任单位"), tr("1", "修东渠", "水利站")))
FILES = {
    "修渠方案.docx": WORD,
    "通知.txt": NOTICE.encode("gb18030"),
    "网页.txt": HOSTILE.encode(),
    "无名": NOTICE.encode(),
}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store in memory finds its files by their names in the working folder."""
    monkeypatch.chdir(tmp_path)


def at(reader: TestClient) -> str:
    row = reader.get("/api/documents").json()["items"][0]
    return f"/documents/{row['document_id']}"


@pytest.mark.parametrize("name", FILES)
def test_the_original_is_given_byte_for_byte_under_its_name(
    tmp_path: Path, reading: Callable[..., TestClient], name: str
) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    reader = reading(tmp_path / name)
    page = Page(reader.get(at(reader)).text)
    [address] = [one for one in page.addresses if "/original" in one]
    answer = reader.get(address)
    assert answer.content == FILES[name]
    assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    assert answer.headers["content-type"] == MEDIA_TYPES.get(Path(name).suffix.removeprefix("."), BYTES)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["content-length"] == str(len(FILES[name]))
    alone = reader.head(address)
    assert (alone.status_code, alone.content) == (200, b"")
    assert alone.headers["content-length"] == str(len(FILES[name]))


def test_every_format_that_is_read_has_its_media_type() -> None:
    assert [ending for ending in ENDINGS if ending.removeprefix(".") not in MEDIA_TYPES] == []


@pytest.mark.parametrize("other", [NOTICE + "改", None], ids=["changed", "gone"])
def test_an_original_that_is_not_what_was_loaded_is_not_given(
    tmp_path: Path, reading: Callable[..., TestClient], other: str | None
) -> None:
    file = tmp_path / "通知.txt"
    file.write_text(NOTICE, encoding="utf-8")
    reader = reading(file)
    address = at(reader)
    file.unlink()
    if other:
        file.write_text(other, encoding="utf-8")
    answer = reader.get(f"{address}/original")
    assert answer.status_code == 404
    assert "不在原处或已改动" in answer.text
    assert "/original" not in reader.get(address).text


@pytest.mark.parametrize("file", ["../../etc/passwd", "/etc/passwd", "通知.md"])
def test_only_files_of_the_paper_are_given(tmp_path: Path, reading: Callable[..., TestClient], file: str) -> None:
    (tmp_path / "通知.txt").write_text(NOTICE, encoding="utf-8")
    (tmp_path / "通知.md").write_text("# 另一份方案\n", encoding="utf-8")
    reader = reading(tmp_path / "通知.txt")
    assert reader.get(f"{at(reader)}/original", params={"file": file}).status_code == 404
    assert reader.get("/documents/nothing/original").status_code == 404


def test_of_a_file_within_an_archive_its_own_bytes_are_given(
    tmp_path: Path, reading: Callable[..., TestClient]
) -> None:
    with ZipFile(tmp_path / "材料.zip", "w") as packed:
        packed.writestr("修渠方案.docx", WORD)
    reader = reading(tmp_path / "材料.zip")
    [address] = [one for one in Page(reader.get(at(reader)).text).addresses if "/original" in one]
    answer = reader.get(address)
    assert answer.content == WORD
    assert answer.headers["content-disposition"].endswith(quote("修渠方案.docx", safe=""))
