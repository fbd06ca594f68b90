"""Saved pages of government sites: the paper is read whole, and nothing of what the site sets around it."""

import pytest

from graph.statements import PlanDocument, TaskStatement
from loaders.extract import read_document
from loaders.read import read_bytes
from loaders.text import Paragraph, Text
from tests.loaders.formats.html.odd_pages import PAGES
from tests.loaders.formats.html.pages import SavedPage, Task

AROUND = (
    "首页",
    "秋粮",
    "护林防火",
    "食品抽检",
    "网站",
    "ICP",
    "打印",
    "广告",
    "编辑",
    "上一篇",
    "扫一扫",
    "农业局",
    "浏览",
)
"""Words that stand around the papers alone."""


def told(task: TaskStatement) -> Task:
    words = task.title or task.content
    due = task.dues[-1].on if task.dues else ""
    return words[:4], task.lead_units, task.responsible_units, task.supporting_units, due


@pytest.fixture(params=PAGES)
def saved(request: pytest.FixtureRequest) -> SavedPage:
    return PAGES[request.param]()


@pytest.fixture
def text(saved: SavedPage) -> Text:
    return read_bytes(saved.data, saved.name)


@pytest.fixture
def document(text: Text) -> PlanDocument:
    return read_document(text)


def test_a_saved_page_yields_the_tasks_of_its_paper(saved: SavedPage, document: PlanDocument) -> None:
    assert tuple(map(told, document.tasks)) == saved.tasks


def test_a_saved_page_yields_the_heading_of_its_paper(saved: SavedPage, document: PlanDocument) -> None:
    head = document.head
    assert (head.title, head.number, head.issuer, head.issued_on) == (
        saved.title,
        saved.number,
        saved.issuer,
        saved.day,
    )


def test_a_saved_page_gives_the_words_of_its_paper_and_no_others(saved: SavedPage, text: Text) -> None:
    words = tuple(block.words.text for block in text.blocks if isinstance(block, Paragraph))
    if saved.words is not None:
        assert words == saved.words
    assert [word for word in AROUND if any(word in one and "发布时间" not in one for one in words)] == []


def test_each_fact_of_a_page_tells_its_place(document: PlanDocument) -> None:
    for task in document.tasks:
        source = task.source
        assert source.line is None
        assert source.paragraph or (source.table and source.row)
        assert source.quote
