"""The words of the pages are there in both languages, and every one that a page says is in the table."""

import re
import string
from pathlib import Path

import pytest

from api.pages import words


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_every_word_is_there_in_both_languages_with_the_same_values() -> None:
    for key, entry in words.sentences().items():
        assert entry.keys() == {"zh", "en"}, key
        assert fields(entry["zh"]) == fields(entry["en"]), key


def test_every_word_that_a_page_says_is_in_the_table(root: Path) -> None:
    files = [*(root / "api" / "templates").glob("*.html"), *(root / "api" / "pages").rglob("*.py")]
    said = {
        key
        for path in files
        for key in re.findall(
            r"\b(?:t|say)\((?:\w+(?:\.\w+)*, )?['\"]([a-z]+\.[a-z_]+)['\"][,)]", path.read_text("utf-8")
        )
    }
    assert said
    assert said <= words.sentences().keys()


def test_pages_say_no_word_of_their_own(root: Path) -> None:
    for path in (root / "api" / "templates").glob("*.html"):
        chinese = set(re.findall(r"[\u4e00-\u9fff]+", path.read_text("utf-8")))
        assert chinese <= {"中文"}, path.name


def test_what_is_counted_is_one_or_more() -> None:
    counted = [words.say("en", "papers.plans", number=number) for number in (0, 1, 2)]
    assert counted == ["0 plans", "1 plan", "2 plans"]
    assert words.say("zh", "papers.plans", number=1) == "共 1 个方案"
    assert words.say("en", "due.month", year=2021, month=6) == "2021-06"


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("the row has 3 cells, its header 7", "该行有 3 格，表头有 7 格"),
        ("a caption or a note inside a table", "表中的小标题或附注"),
        ("something that nobody foresaw", "something that nobody foresaw"),
    ],
)
def test_why_a_passage_was_not_read_is_told_in_chinese(reason: str, told: str) -> None:
    assert words.unread("zh", reason) == told
    assert words.unread("en", reason) == reason
