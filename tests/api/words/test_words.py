"""The program's own words are there in both languages."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.words import words
from loaders.files.kinds import SIGNATURES

SECTIONS = ("sentences", "errors", "columns", "values")
ERRORS = {"FileRefusedError", "StoreError", "NotFoundError", "UsageError"}


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
        for path in (root / "api").rglob("*.py")
        for key in re.findall(r"\b(?:words\.say\(\s*[\w.]+,|tell\()\s*\"(\w+)\"", path.read_text(encoding="utf-8"))
    }
    assert said
    assert said <= words.table()["sentences"].keys()


def raised(root: Path) -> Iterator[str]:
    """Every sentence that the layers raise as an error, {} for what it names."""
    for package in ("graph", "loaders", "queries", "viz", "api"):
        for path in (root / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
                    sentence = node.args[0]
                    if isinstance(sentence, ast.Constant):
                        yield str(sentence.value)
                    if isinstance(sentence, ast.JoinedStr):
                        parts = sentence.values
                        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)


def test_every_error_has_its_chinese_sentence(root: Path) -> None:
    sentences = set(raised(root))
    assert sentences
    assert sentences <= {entry["en"] for entry in words.table()["errors"].values()}


@pytest.mark.parametrize("kind", sorted({known.kind for known in SIGNATURES}))
def test_every_kind_of_file_has_its_chinese_name(kind: str) -> None:
    assert words.error("zh", kind) != kind


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("a: b.txt: the file is empty", "a: b.txt：文件是空的"),
        (
            "a.txt: this is a PDF file, which is not read: save it as plain text (.txt)",
            "a.txt：这是 PDF 文件，不能直接读入：请另存为纯文本（.txt）",
        ),
        ("The store x.lbug is open for reading only.", "图谱库 x.lbug 以只读方式打开。"),
        ("Something that nobody foresaw", "Something that nobody foresaw"),
    ],
)
def test_an_error_is_told_in_chinese_where_it_is_known(english: str, chinese: str) -> None:
    assert words.error("zh", english) == chinese
    assert words.error("en", english) == english


def test_a_column_or_value_without_words_keeps_its_name() -> None:
    assert words.header("zh", "verdict") == "结论"
    assert words.header("zh", "task_id") == "task_id"
    assert words.value("zh", "role", "lead") == "牵头"
    assert words.value("zh", "name", "社事办") == "社事办"
