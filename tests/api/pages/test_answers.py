"""What pages answer: deadlines seen from a day, filters, whether a village existed, and facts marked in a text."""

import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.http.library.library import Library
from api.ingest.loading.load import load
from api.pages.search import changed
from graph.decisions.decisions import Decisions, decision
from graph.refresh.refresh import rebuild
from graph.stores.open import open_store
from tests.api.pages.conftest import reader_of
from tests.api.pages.looking import Page
from tests.api.papers import NOTICE, write

First = Callable[..., str]


def text_of(reader: TestClient, path: str, **params: str) -> str:
    answer = reader.get(path, params=params)
    assert answer.status_code == 200
    return Page(answer.text).text


def test_a_deadline_that_lies_behind_is_due_and_never_overdue(reader: TestClient, first: First) -> None:
    path = f"/leaders/{first('leaders', name='冉泰休')}"
    later = text_of(reader, path, as_of="2030-01-01")
    assert "已到期" in later
    assert "逾期" not in later
    assert reader.get(path, params={"as_of": "2021-01-01"}).text.count("due past") == 0


@pytest.mark.usefixtures("shanghai")
def test_the_day_of_a_decision_is_that_of_the_clock_of_the_service(tmp_path: Path) -> None:
    decided = decision("same", "unit", "大英县/蓬莱镇", "党政办", "社事办")
    with closing(Library(open_store(":memory:"))) as library:
        with library.writing() as store:
            load(store, [write(tmp_path, "通知.txt", NOTICE)])
            rebuild(store, Decisions().with_(replace(decided, decided_on="2026-11-29T19:36:00+00:00")))
        assert "2026-11-30" in reader_of(library).get("/proposals").text


def test_a_deadline_that_is_near_says_how_many_days_are_left(reader: TestClient) -> None:
    assert "还有 20 天" in text_of(reader, "/", as_of="2021-11-10")
    assert "今天到期" in text_of(reader, "/", as_of="2021-11-30")


def test_a_month_without_deadlines_leads_to_the_nearest_with_some(reader: TestClient) -> None:
    assert "2021-03" in text_of(reader, "/", as_of="2020-01-01")
    assert "2025-12" in text_of(reader, "/", as_of="2030-01-01")


def test_the_tasks_of_a_leader_are_filtered_by_plan_and_day(reader: TestClient, first: First) -> None:
    path = f"/leaders/{first('leaders', name='冉泰休')}"
    plan = first("plans", title="大英县蓬莱镇2021年第四季度重点工作任务清单")
    assert "大英县蓬莱镇2021年第四季度重点工作任务清单 · 3 项" in text_of(reader, path, plan=plan)
    assert "2021年6月止到期 · 冉泰休 · 2 项" in text_of(reader, path, due_before="2021-06")
    assert "没有符合条件的任务" in text_of(reader, path, due_after="2030")


@pytest.mark.parametrize(
    ("page", "field", "label"),
    [
        ("/tasks", "due_after", "时限起"),
        ("/tasks", "due_before", "时限止"),
        ("/tasks", "as_of", "查看日期"),
        ("/", "as_of", "查看日期"),
    ],
)
def test_what_is_no_day_is_told_by_the_words_of_its_field(
    reader: TestClient, page: str, field: str, label: str
) -> None:
    answer = reader.get(page, params={field: "abc"})
    assert answer.status_code == 422
    words = Page(answer.text).text
    assert f"{label} 不是日期：abc（日期写作 2021-12-31、2021-12 或 2021年12月）。" in words
    assert "period" not in words


def test_a_start_page_and_a_unit_name_both_limits_of_overload(reader: TestClient, first: First) -> None:
    assert "13 项任务，占 39%；超负荷界限 7.6" in text_of(reader, "/")
    words = text_of(reader, f"/units/{first('units', name='社会治理和应急管理办')}")
    assert "超过严重超负荷界限11.625" in words
    assert "超负荷界限为7.594" in words


def test_a_cell_that_another_passage_states_differently_is_marked(reader: TestClient, first: First) -> None:
    page = reader.get("/tasks").text
    cells = re.findall(
        r'data-label="([^"]+)"[^>]*>(?:(?!</td>).)*<a class="contested" href="/tasks/(\w+)"', page, re.DOTALL
    )
    assert cells
    conflicts = reader.get("/api/conflicts").json()["items"]
    assert {task for _, task in cells} == {row["task_id"] for row in conflicts}
    assert "完成时限" in {label for label, _ in cells}
    assert "※ 另一处写法不同" in Page(page).text
    assert "※" not in text_of(reader, f"/leaders/{first('leaders', name='张若一')}", due_after="2030")


def test_a_finding_of_the_audit_leads_to_its_words(reader: TestClient) -> None:
    page = Page(reader.get("/audit").text)
    places = [address for address in page.addresses if "#p-" in address]
    cited = reader.get("/api/audit?limit=1000").json()["items"]
    assert len(places) == sum(len(row["sources"]) for row in cited if row["problem"] != "two spellings")
    for address in dict.fromkeys(places):
        path, _, anchor = address.partition("#")
        assert anchor in Page(reader.get(path).text).ids


def test_the_changes_of_several_towns_are_drawn_by_town(
    tmp_path: Path, reading: Callable[..., TestClient], examples: Path
) -> None:
    other = (
        (examples / "notice.txt").read_text("utf-8").replace("蓬莱镇", "回马镇").replace("〔2021〕26号", "〔2021〕27号")
    )
    reader = reading(examples / "notice.txt", write(tmp_path, "other.txt", other))
    page = reader.get("/changes").text
    assert page.count('class="drawing') == 2
    assert re.findall(r"<h2><a href=\"[^\"]+\">(\w+)</a></h2>", page) == ["回马镇", "蓬莱镇"]
    alone = reader.get("/changes", params={"in": "回马镇"}).text
    assert (alone.count('class="drawing'), alone.count("<h2>")) == (1, 0)


def test_cells_of_a_quoted_row_stand_apart(reader: TestClient, first: First) -> None:
    page = reader.get(f"/tasks/{first('tasks', title='组建镇应急队')}").text
    quoted = re.findall(r"<blockquote>(.*?)</blockquote>", page, re.DOTALL)
    assert any(quote.count('<span class="next">') >= 2 for quote in quoted)


def test_units_that_only_support_are_named_once(reader: TestClient) -> None:
    page = reader.get("/tasks").text
    labels = re.findall(r'data-label="([^"]+)"><span class="muted alone">', page)
    assert labels
    assert set(labels) == {"配合单位"}
    assert "各地的村级建制调整" in text_of(reader, "/places")


def test_what_is_no_period_is_told_by_the_words_of_its_field(reader: TestClient) -> None:
    answer = reader.get("/workload", params={"period": "2022..2021"})
    assert "时段 的终点早于起点：2022..2021。" in Page(answer.text).text


def test_a_unit_is_shown_with_the_rows_that_its_load_is_made_of(reader: TestClient, first: First) -> None:
    page = reader.get(f"/units/{first('units', name='财政办')}").text
    words = Page(page).text
    assert "负荷由下列任务相加" in words
    assert re.search(r"牵头 2 1 2 责任 5 0.5 2.5 配合 1 0.25 0.25 合计 8 4.75", words)
    assert page.count('<tr id="t-') == 8


@pytest.mark.parametrize(
    ("village", "day", "words"),
    [
        ("蒙子桥村", "2022-01-01", "2022-01-01：存在"),
        ("凤桥村", "2022-01-01", "2022-01-01：不存在"),
        ("凤桥村", "2019-01-01", "2019-01-01：不能确定"),
    ],
)
def test_a_village_existed_or_not_or_nobody_knows(reader: TestClient, village: str, day: str, words: str) -> None:
    assert words in text_of(reader, f"/places/{village}", as_of=day)


def test_an_older_period_of_a_village_has_a_page_of_its_own(reader: TestClient) -> None:
    places = reader.get("/api/places", params={"limit": 1000}).json()["items"]
    periods = [row for row in places if row["name"] == "吊脚楼村"]
    assert len(periods) == 2
    for row in periods:
        assert "吊脚楼村" in text_of(reader, f"/places/{row['place_id']}")


def test_a_fact_leads_to_its_words_and_back(reader: TestClient, first: First) -> None:
    page = Page(reader.get(f"/documents/{first('documents', number='大蓬委发〔2021〕26号')}").text)
    here = {address.removeprefix("#") for address in page.addresses if address.startswith("#")} - {"main"}
    assert here <= set(page.ids)
    facts = {one[2:] for one in page.ids if one.startswith("f-")}
    assert facts == {one[2:] for one in page.ids if one.startswith("p-")}
    assert len(facts) == 41


def test_a_source_of_a_task_leads_to_its_words(reader: TestClient, first: First) -> None:
    page = Page(reader.get(f"/tasks/{first('tasks', title='组建镇应急队')}").text)
    address = next(one for one in page.addresses if "#p-" in one)
    path, _, anchor = address.partition("#")
    assert anchor in Page(reader.get(path).text).ids


def test_a_text_is_whole_where_the_file_lies_as_it_was_loaded(
    tmp_path: Path, reading: Callable[..., TestClient]
) -> None:
    paper = write(tmp_path, "notice.txt", NOTICE)
    reader = reading(paper)
    row = reader.get("/api/documents").json()["items"][0]
    assert "现将方案印发你们" not in text_of(reader, f"/documents/{row['document_id']}")
    assert "只有图谱中存下的段落" in text_of(reader, f"/documents/{row['document_id']}")


def test_a_change_in_a_text_is_called_as_in_the_list_of_changes(
    tmp_path: Path, reading: Callable[..., TestClient]
) -> None:
    reader = reading(write(tmp_path, "paper.txt", "析东山县东部置南山县。"))
    [change] = reader.get("/api/changes").json()["items"]
    row = reader.get("/api/documents").json()["items"][0]
    assert change["kind"] == "transfer"
    assert "东山县 → 南山县 划归" in text_of(reader, f"/documents/{row['document_id']}")


def test_the_text_of_the_example_documents_is_whole(
    reader: TestClient, first: First, monkeypatch: pytest.MonkeyPatch, examples: Path
) -> None:
    monkeypatch.chdir(examples.parent)
    words = text_of(reader, f"/documents/{first('documents', number='大蓬委发〔2021〕26号')}")
    assert "把每一件事落到人、落到月" in words
    assert "只有图谱中存下的段落" not in words


def test_the_text_of_a_plan_is_its_own_part_of_the_paper(
    reader: TestClient, first: First, monkeypatch: pytest.MonkeyPatch, examples: Path
) -> None:
    monkeypatch.chdir(examples.parent)
    words = text_of(reader, f"/plans/{first('plans', title='蓬莱镇完善便民服务体系工作方案')}")
    assert "为了让群众在家门口办成事" in words
    assert "村合在一起，账也要合在一起" not in words


@pytest.mark.parametrize("lying", [True, False], ids=["the file", "its passages"])
def test_a_paper_in_markdown_shows_the_cells_of_its_tables(
    tmp_path: Path,
    reading: Callable[..., TestClient],
    lying: bool,  # noqa: FBT001 - a case of the test
) -> None:
    paper = write(
        tmp_path, "方案.md", "# 修渠工作方案\n\n2024年任务清单\n\n| 任务 | 责任单位 |\n|---|---|\n| 修东渠 | 水利站 |\n"
    )
    reader = reading(paper)
    if not lying:
        paper.unlink()
    row = reader.get("/api/documents").json()["items"][0]
    body = re.sub(r"<(?!/?t[dr]\b)[^>]*>|\s", "", reader.get(f"/documents/{row['document_id']}").text)
    assert re.search(r"<td[^>]*>修东渠</td><td[^>]*>水利站</td>", body)


def test_a_paper_is_found_by_the_name_of_its_file_and_not_by_the_folders_above_it(reader: TestClient) -> None:
    path = next(path for row in reader.get("/api/documents").json()["items"] for path in row["files"])
    folders, _, name = path.replace("\\", "/").rpartition("/")
    found = text_of(reader, "/search", q=name)
    assert "文件名" in found
    assert path in found
    assert "文件名" not in text_of(reader, "/search", q=folders.rpartition("/")[2])


def test_a_question_is_answered_and_each_part_of_its_reading_may_be_changed(reader: TestClient) -> None:
    found = text_of(reader, "/search", q="冉泰休2021年6月有哪些任务")
    assert "理解为 责任领导=冉泰休" in found
    assert "组建镇应急队" in found
    assert "时限=2021年8月" in text_of(
        reader, "/search", q="冉泰休2021年6月有哪些任务", part="2021年6月", new="2021年8月"
    )
    left = text_of(reader, "/search", q="冉泰休 ２０２１年６月有哪些任务", part="2021年6月")
    assert "责任领导=冉泰休" in left
    assert "时限=" not in left
    assert changed("冉泰休6月", "7月", "8月") == "冉泰休6月"


def test_words_of_papers_are_found_with_their_line(reader: TestClient) -> None:
    found = text_of(reader, "/search", q="赶场天设点讲法")
    assert re.search(r"原文 1 .*赶场天设点讲法.* notice\.txt:\d+", found)


def test_a_service_without_papers_leads_to_where_they_are_uploaded() -> None:
    with closing(Library(open_store(":memory:"))) as library:
        page = Page(reader_of(library).get("/").text)
    assert "这里还没有文件" in page.text
    assert "近期到期" not in page.text
