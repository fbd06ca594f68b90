"""Lists of tasks in pages: filters by address, the sentence with its parts, counts, and the list taken along."""

from collections.abc import Callable
from html import unescape
from io import BytesIO
from urllib.parse import unquote

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook
from starlette.testclient import TestClient

from tests.api.pages.looking import Page

pytestmark = pytest.mark.slow

First = Callable[..., str]
CONDITIONS: tuple[dict[str, str], ...] = (
    {"unit": "司法所"},
    {"unit": "司法所", "role": "lead"},
    {"leader": "冉泰休", "due": "2021-08"},
    {"due_after": "2021-08", "due_before": "2021-12-31", "in": "蓬莱镇"},
    {"plan": "蓬莱镇完善便民服务体系工作方案"},
    {"document": "大蓬委发〔2021〕26号", "due_state": "past", "as_of": "2021-09-01"},
    {"place": "忠荣村"},
)


@pytest.mark.parametrize("conditions", CONDITIONS)
def test_a_list_holds_what_its_address_says_and_so_does_each_form(
    reader: TestClient, conditions: dict[str, str]
) -> None:
    asked = {"today" if name == "as_of" else name: value for name, value in conditions.items()}
    rows = reader.get("/api/tasks", params={**asked, "limit": 1000}).json()["items"]
    page = reader.get("/tasks", params=conditions).text
    assert rows
    assert page.count('id="t-') == min(len(rows), 50)
    assert f" · {len(rows)} 项</b>" in page
    book = load_workbook(BytesIO(reader.get("/tasks.xlsx", params=conditions).content)).worksheets[0]
    assert book.max_row == len(rows) + 4
    document = Document(BytesIO(reader.get("/tasks.docx", params=conditions).content))
    assert len(document.tables[0].rows) == len(rows) + 1
    assert f" · {len(rows)} 项" in document.paragraphs[1].text
    assert len(reader.get("/tasks.csv", params=conditions).text.split("\r\n")) == len(rows) + 2
    events = Calendar.from_ical(reader.get("/tasks.ics", params=conditions).text).walk("VEVENT")
    assert len(events) == sum(len(row["due_dates"]) for row in rows)
    assert reader.get("/tasks/print", params=conditions).text.count('class="h-number"') == len(rows) + 1
    assert len(reader.get("/tasks.txt", params=conditions).text.splitlines()) >= len(rows) + 4


def test_a_list_without_days_says_so_and_offers_no_calendar(reader: TestClient) -> None:
    page = reader.get("/tasks", params={"due_state": "none"}).text
    assert "所列任务都没有写明日期" in page
    assert "/tasks.ics" not in page
    sheet = load_workbook(BytesIO(reader.get("/tasks.xlsx", params={"due_state": "none"}).content)).worksheets[0]
    assert str(sheet["A2"].value).endswith("（均未写明日期，“最后期限”为空）")
    dated = reader.get("/tasks", params={"due_state": "past"}).text
    assert "所列任务都没有写明日期" not in dated
    assert "/tasks.ics" in dated


def test_a_file_is_in_the_language_that_is_asked_for(reader: TestClient) -> None:
    asked = {"leader": "冉泰休"}
    answer = reader.get("/tasks.xlsx", params=asked, headers={"accept-language": "en"})
    sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
    assert str(sheet["A1"].value).startswith("冉泰休: tasks (as of ")
    assert [cell.value for cell in sheet[3]][:3] == ["no.", "task", "content"]
    document = Document(BytesIO(reader.get("/tasks.docx", params=asked, headers={"accept-language": "en"}).content))
    assert document.tables[0].rows[0].cells[1].text == "task"


def test_files_of_a_page_follow_its_filter(reader: TestClient, first: First) -> None:
    leader = first("leaders", name="冉泰休")
    page = Page(reader.get(f"/leaders/{leader}", params={"due": "2021-08", "as_of": "2021-08-01"}).text)
    [address] = [one for one in page.addresses if one.startswith("/tasks.xlsx")]
    answer = reader.get(address)
    assert "冉泰休2021年8月到期任务清单（截至2021年8月1日）.xlsx" in unquote(answer.headers["content-disposition"])
    sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
    assert sheet["A2"].value == "2021年8月到期 · 冉泰休 · 2 项"
    assert "截至2021年8月1日" in str(sheet.cell(sheet.max_row, 1).value)


def test_a_part_of_the_sentence_can_be_taken_away(reader: TestClient) -> None:
    page = reader.get("/tasks", params={"unit": "司法所", "role": "lead", "due": "2021-08"}).text
    chips = [one.split('"')[0] for one in page.split('class="chip" href="')[1:]]
    assert len(chips) == 3
    totals = [reader.get(unescape(one)).text.split(" 项</b>")[0].rpartition(" ")[2] for one in chips]
    asked: tuple[dict[str, str], ...] = (
        {"unit": "司法所", "role": "lead"},
        {"unit": "司法所", "due": "2021-08"},
        {"role": "lead", "due": "2021-08"},
    )
    expected = {reader.get("/api/tasks", params=one).json()["total"] for one in asked}
    assert set(map(int, totals)) == expected


def test_choices_have_counts_and_the_chosen_one_is_marked(reader: TestClient, first: First) -> None:
    unit = first("units", name="司法所")
    page = reader.get("/tasks", params={"unit": "司法所"}).text
    assert f'<option value="{unit}" selected>司法所（5）</option>' in page
    assert '<option value="2021-08">2021年8月（2）</option>' in page


def test_the_page_of_a_unit_has_figures_and_its_list_before_its_load(reader: TestClient, first: First) -> None:
    page = Page(reader.get(f"/units/{first('units', name='司法所')}", params={"as_of": "2021-08-01"}).text).text
    order = [
        "2 2021年8月到期",
        "1 2021年9月到期",
        "5 全部任务",
        "司法所 · 5 项",
        "各月到期任务数",
        "工作负荷",
        "怎样算的",
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)


def test_a_load_is_told_in_plain_words(reader: TestClient, first: First) -> None:
    page = Page(reader.get(f"/units/{first('units', name='社会治理和应急管理办')}").text).text
    assert "13项（牵头13），负荷13，蓬莱镇20个单位中最高；其中四分之三不超过3.6。" in page


def test_a_printed_list_has_its_own_title_and_last_line(reader: TestClient) -> None:
    page = Page(reader.get("/tasks/print", params={"leader": "冉泰休", "as_of": "2021-12-01"}).text).text
    assert page.startswith("冉泰休同志任务清单（截至2021年12月1日） · 工作方案图谱")
    assert "依据：" in page
    assert "负荷 " not in page.partition("序号")[2].partition("依据：")[0]


def test_units_of_one_name_are_told_apart(
    reading: Callable[..., TestClient], examples: object, tmp_path: object
) -> None:
    from pathlib import Path  # noqa: PLC0415

    notice = Path(str(examples)) / "notice.txt"
    other = notice.read_text("utf-8").replace("蓬莱镇", "回马镇").replace("〔2021〕26号", "〔2021〕27号")
    there = Path(str(tmp_path)) / "other.txt"
    there.write_text(other, encoding="utf-8")
    reader = reading(notice, there)
    page = reader.get("/tasks", params={"unit": "司法所"}).text
    assert "“司法所”有 2 处" in page
    assert '<th scope="col" class="narrow">地方</th>' in page
    [one, _] = [
        address for address in Page(page).addresses if address.startswith("/tasks?unit=") and "," not in address
    ][:2]
    assert "“司法所”有" not in reader.get(one).text
