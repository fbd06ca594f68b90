"""The plans in a paper, by titles in the text and in a list; the papers in a collection."""

from loaders.papers.articles import split_articles
from loaders.papers.plan_titles import find_titles
from loaders.papers.plans import number_plans, split_paper
from loaders.read import read_bytes
from loaders.text import Text

TWO = "修渠工作方案\n一、任务\n修渠。\n植树造林\n\n专项方案\n一、任务\n植树。\n"


def text_of(characters: str) -> Text:
    return read_bytes(characters.encode(), "paper.txt")


def plans_of(characters: str) -> list[tuple[int, str, bool]]:
    text = text_of(characters)
    paper = split_paper(text.blocks)
    plans, _ = number_plans(text, paper, None, first=1, article=0, title="", heading=None)
    return [(plan.ordinal, plan.title, plan.body) for plan in plans]


def titles_of(characters: str) -> list[str]:
    return [title.text for title in find_titles(text_of(characters).blocks)]


def test_a_title_may_be_broken_over_lines() -> None:
    assert titles_of(TWO) == ["修渠工作方案", "植树造林专项方案"]
    assert titles_of("青石县加强“美丽青石”\n\n人居环境整治方案\n一、任务\n") == ["青石县加强“美丽青石”人居环境整治方案"]
    assert titles_of("水利建设工作        \n方  案\n正文。\n") == ["水利建设工作方案"]


def test_numbered_lines_sentences_attachments_and_titles_of_tables_are_no_plans() -> None:
    table = "\t工作名称\n\t责任单位\n\n\t修渠\n\t水利站\n"
    assert titles_of(
        f"修渠工作方案\n1.制定植树工作方案\n请各村制定实施方案。\n附件：植树工作方案\n植树专项方案\n{table}"
    ) == ["修渠工作方案"]


def test_other_kinds_of_papers_are_plans_where_there_is_no_title_in_plan() -> None:
    assert titles_of("2024年水利工作要点\n一、任务\n修渠。\n") == ["2024年水利工作要点"]
    assert titles_of("2024年任务清单\n\t工作名称\n\t责任单位\n\n\t修渠\n\t水利站\n") == ["2024年任务清单"]


def test_a_paper_without_a_title_is_one_plan() -> None:
    assert plans_of("一、任务\n修渠。\n") == [(1, "", True)]


def test_listed_plans_without_a_body_are_only_listed_and_give_the_order() -> None:
    listed = "目 录\n1.修水渠工作方案\n2.植树工作方案\n3.修路工作方案\n修渠工作方案\n修渠。\n植树工作方案\n植树。\n"
    assert plans_of(listed) == [(1, "修渠工作方案", True), (2, "植树工作方案", True), (3, "修路工作方案", False)]


def test_a_file_of_several_papers_is_a_collection() -> None:
    articles = split_articles(
        text_of("方案（含2篇）\n第一篇：修渠方案\n修渠方案\n修渠。\n第二篇：植树方案\n植树。\n").blocks
    )
    assert [(article.number, article.title, len(article.blocks)) for article in articles] == [
        (1, "修渠方案", 1),
        (2, "植树方案", 1),
    ]


def test_a_title_with_a_running_number_begins_a_paper() -> None:
    articles = split_articles(text_of("试点工作方案1\n修渠。\n试点工作方案2\n植树。\n").blocks)
    assert [article.title for article in articles] == ["试点工作方案1", "试点工作方案2"]


def test_one_paper_is_no_collection() -> None:
    assert [article.number for article in split_articles(text_of(TWO).blocks)] == [0]


def test_a_title_that_is_borne_again_behind_a_letter_is_one_plan() -> None:
    letter = "修渠工作方案\n发布时间：2020-11-04\n现将《修渠工作方案》印发给你们。\n"
    assert plans_of(f"{letter}修渠工作方案\n一、任务\n修渠。\n") == [(1, "修渠工作方案", True)]
    assert len(plans_of("修渠工作方案\n一、任务\n修渠。\n修渠工作方案\n一、任务\n植树。\n")) == len(("two", "plans"))


def test_a_broken_title_is_the_one_that_the_letter_names() -> None:
    letter = "现将《全面推进水利建设加快农业现代化的实施方案》印发给你们。\n"
    assert titles_of(f"{letter}全面推进水利建设\n加快农业现代化的实施方案\n一、任务\n") == [
        "全面推进水利建设加快农业现代化的实施方案"
    ]
