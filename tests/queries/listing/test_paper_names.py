"""What papers and plans are called, in headings and in citations."""

import pytest

from queries.listing.paper_names import file_name, full_name, paper_name, plan_name, short_names
from queries.rows import PaperNamesRow


def paper(identity: str = "d1", title: str = "", number: str = "", path: str = "下/通知.txt") -> PaperNamesRow:
    return {"document_id": identity, "title": title, "number": number, "issued_on": "", "path": path}


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (("关于清淤的通知", "蓬委发〔2021〕5号", "a.txt"), "关于清淤的通知"),
        (("", "蓬委发〔2021〕5号", "a.txt"), "蓬委发〔2021〕5号"),
        (("", "", "下\\包.zip/a.txt"), "a.txt"),
    ],
)
def test_a_paper_goes_by_its_title_its_number_or_its_file(given: tuple[str, str, str], name: str) -> None:
    assert paper_name(*given) == name


def test_a_plan_without_a_title_says_so_and_where_it_begins() -> None:
    assert plan_name("清淤方案", "第1行") == "清淤方案"
    assert plan_name("", "第1行") == "未写标题的方案（第1行）"
    assert plan_name("") == "未写标题的方案"
    assert file_name("a.txt") == "a.txt"


@pytest.mark.parametrize(
    ("row", "short", "full"),
    [
        (paper(title="通知", number="大蓬委发〔2021〕50号"), "〔2021〕50号", "《通知》（大蓬委发〔2021〕50号）"),
        (paper(number="大蓬委发[2021]50号"), "[2021]50号", "大蓬委发[2021]50号"),
        (paper(number="第三号令"), "第三号令", "第三号令"),
        (paper(title="《清淤方案》"), "《清淤方案》", "《清淤方案》"),
        (
            paper(title="关于做好二〇二一年沟渠清淤工作的通知"),
            "《关于做好二〇二一年沟渠清淤工…》",
            "《关于做好二〇二一年沟渠清淤工作的通知》",
        ),
        (paper(), "通知.txt", "通知.txt"),
    ],
)
def test_a_citation_has_the_number_else_a_title_that_is_short(row: PaperNamesRow, short: str, full: str) -> None:
    assert short_names([row]) == {"d1": short}
    assert full_name(row) == full


def test_papers_that_would_read_alike_keep_the_letters_of_their_office() -> None:
    rows = [
        paper("a", number="蓬委发〔2021〕5号"),
        paper("b", number="金委发〔2021〕5号"),
        paper("c", number="蓬委发〔2021〕6号"),
    ]
    assert short_names(rows) == {"a": "蓬委发〔2021〕5号", "b": "金委发〔2021〕5号", "c": "〔2021〕6号"}
