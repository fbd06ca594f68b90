"""The page of the search shows the answer to a question of every form, with the words that the answer holds."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.pages.looking import Page
from tests.questions.expected import Refused
from tests.questions.form import TODAY, Graph
from tests.questions.oracle import Oracle
from tests.questions.score import FORMS, facts_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def asked(root: Path) -> dict[str, list[tuple[str, bool]]]:
    """Two questions of each form, the first and the last of the examples, and whether each has an answer."""
    graph = Graph(Oracle(facts_of(sorted((root / "examples").glob("*.txt")))))
    made = {form.name: list(form.make(graph)) for form in FORMS}
    return {
        name: [(question, not isinstance(expected, Refused)) for question, expected in (questions[0], questions[-1])]
        for name, questions in made.items()
        if questions
    }


def test_an_answer_of_every_form_has_its_page(reader: TestClient, asked: dict[str, list[tuple[str, bool]]]) -> None:
    failed = []
    for questions in asked.values():
        for question, answered in questions:
            answer = reader.get("/search", params={"q": question, "as_of": TODAY.isoformat()})
            page = Page(answer.text)
            if answer.status_code != 200 or page.unclosed or ("理解为" in page.text) != answered:
                failed.append((question, answer.status_code))
    assert failed == []
    assert len(asked) >= 40


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("福荣村是怎么来的", ("忠荣村", "福寿村", "合并", "mergers.txt:12")),
        ("谁的任务最重", ("冉泰休", "蓬莱镇", "超负荷")),
        ("哪些时限前后不一", ("2021年12月", "2022年12月底前", "完成时限")),
        ("冉泰休6月有哪些任务", ("组建镇应急队",)),
        ("司法所牵头的任务有几项", ("3",)),
    ],
)
def test_what_the_answer_says_is_on_the_page(reader: TestClient, question: str, words: tuple[str, ...]) -> None:
    page = Page(reader.get("/search", params={"q": question, "as_of": "2021-05-20"}).text)
    assert [one for one in words if one not in page.text] == []
    assert "../" not in page.text  # dates in words
