"""The page of a paper's versions, and what its page and those of its tasks say of what was replaced."""

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.pages.looking import Page, elsewhere
from tests.api.papers import NOTICE, write

LATER = NOTICE.replace("2021年12月底前", "2022年3月底前").replace("2021年4月12日", "2021年6月1日")
OPEN = NOTICE.replace("2021年9月30日前", "2021年10月底前")
OTHER = LATER.replace("〔2021〕26号", "〔2021〕50号").replace(
    "请认真落实。", "请认真落实。原大蓬委发〔2021〕26号同时废止。"
)

Reading = Callable[..., TestClient]


def page(reader: TestClient, path: str) -> Page:
    answer = reader.get(path)
    assert answer.status_code == 200
    found = Page(answer.text)
    assert found.unclosed == []
    assert elsewhere(found) == []
    return found


def of_number(reader: TestClient, number: str) -> str:
    rows = reader.get("/api/documents").json()["items"]
    return next(str(row["document_id"]) for row in rows if number in row["number"])


@pytest.fixture
def papers(tmp_path: Path) -> Callable[..., list[Path]]:
    """Writes papers by name."""
    return lambda **texts: [write(tmp_path, f"{name}.txt", text) for name, text in texts.items()]


def test_editions_stand_beside_each_other_with_what_changed(
    reading: Reading, papers: Callable[..., list[Path]]
) -> None:
    reader = reading(*papers(old=NOTICE, new=LATER))
    identity = of_number(reader, "26号")
    text = page(reader, f"/documents/{identity}/versions").text
    for words in (
        "以此为准",
        "已被代替",
        "按发文日期先后",
        "2022年3月底前",
        "2021年12月底前",
        "到 new.txt 的变更 1 处",
    ):
        assert words in text
    assert "版本与变更" in page(reader, f"/documents/{identity}").text
    assert "理由：印发日期 2021-06-01 晚于 old.txt 的 2021-04-12" in text
    address = f"/documents/{identity}/versions.xlsx"
    assert f'href="{address}?edition=2"' in reader.get(f"/documents/{identity}/versions").text
    sheet = reader.get(f"{address}?edition=2")
    assert sheet.content[:2] == b"PK"
    assert "%E5%8F%98%E6%9B%B4%E5%AF%B9%E7%85%A7%E8%A1%A8.xlsx" in sheet.headers["Content-Disposition"]
    assert [reader.get(address + query).status_code for query in ("", "?edition=1", "?edition=3", "?other=x")] == [
        404
    ] * 4


def test_a_paper_whose_editions_nobody_decided_on_asks(reading: Reading, papers: Callable[..., list[Path]]) -> None:
    reader = reading(*papers(old=NOTICE, other=OPEN))
    assert "有不同版本，待认定" in page(reader, "/documents").text
    text = page(reader, f"/documents/{of_number(reader, '26号')}/versions").text
    assert "plangraph decide edition" in text
    assert "不同之处 1 处" in text


def test_a_replaced_paper_leads_to_the_one_that_replaces_it(
    reading: Reading, papers: Callable[..., list[Path]]
) -> None:
    reader = reading(*papers(old=NOTICE, new=OTHER))
    assert "本文件已被代替，现为" in page(reader, f"/documents/{of_number(reader, '26号')}/versions").text
    assert "代替的文件" in page(reader, f"/documents/{of_number(reader, '50号')}/versions").text
    told = page(reader, f"/documents/{of_number(reader, '50号')}").text
    assert "原大蓬委发〔2021〕26号同时废止" in told
    assert "代替1" in told.replace(" ", "")
    listed = page(reader, "/documents").text
    assert "已被代替" in listed
    assert "共 2 项任务" in page(reader, "/tasks").text


def test_a_possible_revision_is_proposed_with_figures(reading: Reading, papers: Callable[..., list[Path]]) -> None:
    reader = reading(*papers(old=NOTICE, new=OTHER.replace("原大蓬委发〔2021〕26号同时废止。", "")))
    text = page(reader, "/proposals").text
    assert "与大蓬委发〔2021〕26号有 2 项任务同名，1 项时限不同" in text
    assert "plangraph decide replaces" in text


def test_an_old_task_leads_to_the_one_that_follows_and_that_has_its_history(
    reading: Reading, papers: Callable[..., list[Path]]
) -> None:
    reader = reading(*papers(old=NOTICE, new=OTHER))
    rows = reader.get("/api/tasks", params={"replaced": "true"}).json()["items"]
    old = next(row for row in rows if row["replaced"] and row["title"] == "开展清产核资")
    new = next(row for row in rows if not row["replaced"] and row["title"] == "开展清产核资")
    told = page(reader, f"/tasks/{old['task_id']}").text
    assert "已被代替" in told
    assert "2022年3月底前" in told
    told = page(reader, f"/tasks/{new['task_id']}").text
    assert "沿革" in told
    assert "2021年12月底前" in told
    assert len(reader.get("/api/tasks", params={"as_of": "2021-05-01"}).json()["items"]) == 2
