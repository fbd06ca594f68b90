"""The program's own words are there in both languages."""

import re
import string
from pathlib import Path

import pytest

from api import words

SECTIONS = ("sentences", "columns", "values")


@pytest.mark.parametrize("section", SECTIONS)
def test_every_word_is_there_in_both_languages(section: str) -> None:
    for key, entry in words.table()[section].items():
        assert entry.keys() == {"en", "zh"}, key


def test_both_languages_fill_in_the_same_values() -> None:
    def fields(sentence: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}

    for key, entry in words.table()["sentences"].items():
        assert fields(entry["en"]) == fields(entry["zh"]), key


def test_a_sentence_that_is_said_in_the_code_is_in_the_table(root: Path) -> None:
    said = {
        key
        for path in (root / "api").glob("*.py")
        for key in re.findall(r"\b(?:words\.say\(\s*[\w.]+,|tell\()\s*\"(\w+)\"", path.read_text(encoding="utf-8"))
    }
    assert said
    assert said <= words.table()["sentences"].keys()


def test_a_column_or_value_without_words_keeps_its_name() -> None:
    assert words.header("zh", "verdict") == "结论"
    assert words.header("zh", "task_id") == "task_id"
    assert words.value("zh", "role", "lead") == "牵头"
    assert words.value("zh", "name", "社事办") == "社事办"
