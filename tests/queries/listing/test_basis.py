"""What rows rest on, in words."""

import pytest

from queries.listing.basis import basis_of, issued_words, short_basis_of
from queries.rows import PaperNamesRow


def paper(number: int, issued: str = "2021-04-12") -> PaperNamesRow:
    return {
        "document_id": f"d{number}",
        "title": f"通知{number}",
        "number": f"大蓬委发〔2021〕{number}号",
        "issued_on": issued,
        "path": f"{number}.txt",
    }


def test_papers_are_named_and_beyond_some_counted() -> None:
    papers = [paper(number) for number in (1, 2, 3)]
    assert basis_of(papers[:2], 2, "zh") == "《通知1》（大蓬委发〔2021〕1号）、《通知2》（大蓬委发〔2021〕2号）"
    assert basis_of(papers, 1, "en") == "《通知1》（大蓬委发〔2021〕1号） and others, 3 papers"
    assert short_basis_of(papers, 2) == "〔2021〕1号、〔2021〕2号等 3 份文件"
    assert basis_of([], 2, "zh") == short_basis_of([], 2) == ""


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([], ""),
        ([""], ""),
        (["2021-04-12", ""], "2021-04-12印发"),
        (["2021-10-08", "2021-04-12"], "2021-04-12至2021-10-08印发"),
    ],
)
def test_the_days_between_which_papers_were_issued_are_told(days: list[str], words: str) -> None:
    assert issued_words([paper(number, day) for number, day in enumerate(days)]) == words
