"""The facts of a PDF lead to a picture of their page with the boxes of their words over it."""

import re
from collections.abc import Callable
from pathlib import Path
from threading import BoundedSemaphore
from zipfile import ZipFile

import pytest
from starlette.testclient import TestClient

from api.http.around import turns
from api.pages.drawing_turns import drawing
from tests.api.pages.looking import Page, elsewhere
from tests.api.pages.papers.test_pdf_files import paper
from tests.api.papers import NOTICE
from tests.loaders.formats.pdf.pdf_files import Sheet, pdf

Reading = Callable[..., TestClient]
ADDRESS = re.compile(r"/documents/[^/]+/pages/(\d+)\?file=[^#]+#p-(\w+)")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store in memory finds its files by their names in the working folder."""
    monkeypatch.chdir(tmp_path)


def at(reader: TestClient) -> str:
    row = reader.get("/api/documents").json()["items"][0]
    return f"/documents/{row['document_id']}"


def boxes(html: str, passage: str) -> list[tuple[float, ...]]:
    """Left, top, width and height of the boxes of a passage."""
    [drawn] = re.findall(rf'<a id="p-{passage}"[^>]*>(.*?)</a>', html)
    return [
        tuple(map(float, one))
        for one in re.findall(r'x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', drawn)
    ]


def test_each_fact_leads_to_its_page_where_its_words_are_boxed(tmp_path: Path, reading: Reading) -> None:
    reader = reading(paper(tmp_path))
    shown = Page(reader.get(at(reader)).text)
    found = [(one, *match.groups()) for one in shown.addresses if (match := ADDRESS.fullmatch(one))]
    assert [number for _, number, _ in found] == ["1", "1", "2", "2"]
    assert "第 2 页（图）" in shown.text
    for address, _, passage in found:
        answer = reader.get(address)
        page = Page(answer.text)
        assert f"f-{passage}" in page.ids
        assert 'viewBox="0 0 595.0 842.0"' in answer.text
        assert boxes(answer.text, passage)
        for left, top, width, height in boxes(answer.text, passage):
            assert 80 <= left < left + width <= 530
            assert 80 <= top < top + height <= 250


def test_the_cells_of_a_task_are_boxed_where_they_stand(tmp_path: Path, reading: Reading) -> None:
    reader = reading(paper(tmp_path))
    html = reader.get(f"{at(reader)}/pages/2").text
    rows = [boxes(html, passage) for passage in re.findall(r'<a id="p-(\w+)" class="box task"', html)]
    assert [[round(left) for left, *_ in row] for row in rows] == [[85, 125, 285, 405], [85, 125, 285, 405]]
    assert rows[0][0][1] < rows[1][0][1]


def test_the_page_names_its_picture_in_chinese_loads_it_late_and_is_sound(tmp_path: Path, reading: Reading) -> None:
    reader = reading(paper(tmp_path))
    html = reader.get(f"{at(reader)}/pages/2").text
    page = Page(html)
    [picture] = re.findall(r"<img[^>]*>", html)
    assert 'alt="柳林镇修渠工作方案 第 2 页的图"' in picture
    assert 'loading="lazy"' in picture
    assert (page.unclosed, elsewhere(page), page.styles, page.inline_scripts, page.handlers) == ([], [], 0, 0, [])
    assert len(page.ids) == len(set(page.ids))
    assert "第 2 页，共 2 页" in page.text
    inside = {one.partition("#")[0] for one in page.addresses if one.startswith("/documents/")}
    assert {reader.get(one).status_code for one in inside} == {200}


def test_a_fact_that_goes_on_over_a_page_s_end_is_boxed_on_both(tmp_path: Path, reading: Reading) -> None:
    first, second = Sheet().words(200, 100, "柳林镇修渠工作方案", 22), Sheet()
    first.words(112, 150, "一、清淤。组织村民清理渠道内的全部淤泥、杂草和漂浮")
    second.words(80, 100, "物。（责任单位：河长办；完成时限：2024年4月底前）")
    path = tmp_path / "方案.pdf"
    path.write_bytes(pdf(first, second))
    reader = reading(path)
    pages = [reader.get(f"{at(reader)}/pages/{number}").text for number in (1, 2)]
    [task] = re.findall(r'<a id="p-(\w+)" class="box task"', pages[0])
    assert [len(boxes(page, task)) for page in pages] == [1, 1]


def test_the_picture_is_a_png_that_a_browser_keeps_by_file_and_page(tmp_path: Path, reading: Reading) -> None:
    path = paper(tmp_path)
    reader = reading(path)
    answer = reader.get(f"{at(reader)}/pages/1.png")
    assert answer.status_code == 200
    assert answer.content.startswith(b"\x89PNG\r\n\x1a\n")
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    tag = answer.headers["etag"]
    again = reader.get(f"{at(reader)}/pages/1.png", headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    other = reader.get(f"{at(reader)}/pages/2.png", headers={"If-None-Match": tag})
    assert (other.status_code, other.headers["etag"] != tag, other.content != answer.content) == (200, True, True)


def test_a_picture_is_drawn_once_for_all_who_ask(
    tmp_path: Path, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = reading(paper(tmp_path))
    first = reader.get(f"{at(reader)}/pages/1.png")
    busy = BoundedSemaphore(1)
    monkeypatch.setattr(drawing, "_free", busy)
    monkeypatch.setattr(turns, "PATIENCE", 0.01)
    with busy:
        again, other = (reader.get(f"{at(reader)}/pages/{number}.png") for number in (1, 2))
    assert (again.status_code, again.content) == (200, first.content)
    assert other.status_code == 429


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_page_that_is_not_there_is_not_found(tmp_path: Path, reading: Reading, number: int) -> None:
    reader = reading(paper(tmp_path))
    answer = reader.get(f"{at(reader)}/pages/{number}.png")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["code"] == "papers.no_page"
    page = reader.get(f"{at(reader)}/pages/{number}")
    assert page.status_code == 404
    assert f"没有第 {number} 页的图" in Page(page.text).text


def test_a_file_that_is_no_pdf_has_no_pictures_of_pages(tmp_path: Path, reading: Reading) -> None:
    (tmp_path / "通知.txt").write_text(NOTICE, encoding="utf-8")
    reader = reading(tmp_path / "通知.txt")
    answer = reader.get(f"{at(reader)}/pages/1.png")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert reader.get(f"{at(reader)}/pages/1").status_code == 404
    assert "/pages/" not in reader.get(at(reader)).text


@pytest.mark.parametrize("change", ["damaged", "another", "gone"])
def test_a_file_that_is_not_what_was_loaded_has_no_pictures(tmp_path: Path, reading: Reading, change: str) -> None:
    path = paper(tmp_path)
    reader, data = reading(path), path.read_bytes()
    if change == "gone":
        path.unlink()
    else:
        path.write_bytes(data[:-500] if change == "damaged" else pdf(Sheet().words(80, 100, "另一份方案")))
    answer = reader.get(f"{at(reader)}/pages/1.png")
    assert (answer.status_code, answer.json()["code"]) == (404, "papers.no_original")
    assert reader.get(f"{at(reader)}/pages/1").status_code == 404
    assert "/pages/" not in reader.get(at(reader)).text


@pytest.mark.parametrize("which", ["nothing", "柳林镇修渠工作方案"])
def test_a_paper_is_named_by_its_id_alone(tmp_path: Path, reading: Reading, which: str) -> None:
    reader = reading(paper(tmp_path))
    answer = reader.get(f"/documents/{which}/pages/1.png")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_a_pdf_in_an_archive_has_its_pictures(tmp_path: Path, reading: Reading) -> None:
    path = paper(tmp_path)
    with ZipFile(tmp_path / "材料.zip", "w") as packed:
        packed.write(path, path.name)
    path.unlink()
    reader = reading(tmp_path / "材料.zip")
    [address] = {one for one in Page(reader.get(f"{at(reader)}/pages/1").text).addresses if ".png" in one}
    assert reader.get(address).headers["content-type"] == "image/png"
