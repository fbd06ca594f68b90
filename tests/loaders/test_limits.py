"""What one file may hold and say is limited; beyond it the file is refused by name, and nothing of it is taken in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import FileRefusedError
from graph.messages.sentences import worded
from graph.statements import Source, UnreadStatement
from loaders.extract import extract
from loaders.limits import MOST_CELLS, MOST_LINES, MOST_STATEMENTS, Allowance, check_size

NUMERALS = "一二三四五六七八九"
NAMES = [f"{a}{b}{c}村" for a in "东西南" for b in "山河湖海林田石泉井" for c in "天地玄黄洪荒日月盈昃辰宿张"]
RENAMED = f"将{'、'.join(NAMES)}分别更名为{'、'.join('新' + name[1:] for name in NAMES)}。\n"
"""Each of many changes has a sentence of three thousand characters for its quote."""

BEYOND = {
    "file.too_many_lines": "\n" * (MOST_LINES + 1) + "修渠",
    "file.too_many_cells": "修\t" * (MOST_CELLS + 1),
    "file.tells_too_much": RENAMED * 3,
}


def refused(tmp_path: Path, words: str, name: str = "方案.txt") -> FileRefusedError:
    path = tmp_path / name
    path.write_text(words, encoding="utf-8")
    with pytest.raises(FileRefusedError) as caught:
        extract(path)
    assert str(path) in str(caught.value)
    return caught.value


@pytest.mark.parametrize("key", BEYOND)
@pytest.mark.parametrize("name", ["方案.txt", "方案.md"])
def test_a_file_beyond_a_limit_is_refused_by_name_in_both_languages(tmp_path: Path, key: str, name: str) -> None:
    error = refused(tmp_path, BEYOND[key], name)
    assert error.reason.key == key
    assert "limit" in worded("en", error.reason)
    assert "上限" in worded("zh", error.reason)


def test_a_file_below_the_limits_is_read(tmp_path: Path) -> None:
    path = tmp_path / "方案.txt"
    path.write_text("\n" * 1_000 + RENAMED, encoding="utf-8")
    assert len(extract(path).changes) == len(NAMES)


def test_a_long_text_may_have_as_many_more_lines_cells_and_statements_as_it_is_longer() -> None:
    long = "落实河长制" * 2_000_000
    check_size(long + "\n" * (2 * MOST_LINES) + "\t" * (2 * MOST_CELLS))
    allowance = Allowance(len(long))
    assert sum(1 for _ in allowance.take(unread(2 * MOST_STATEMENTS))) == 2 * MOST_STATEMENTS
    with pytest.raises(FileRefusedError, match="lines"):
        check_size(long + "\n" * (len(long) // 5))


def unread(count: int) -> Iterator[UnreadStatement]:
    yield from (UnreadStatement("unread.row", Source(1, 1, at, at + 1, "修")) for at in range(count))


def test_statements_are_counted_as_they_are_made() -> None:
    assert sum(1 for _ in Allowance(100).take(unread(MOST_STATEMENTS))) == MOST_STATEMENTS
    made = unread(MOST_STATEMENTS * 10)
    with pytest.raises(FileRefusedError) as caught:
        list(Allowance(100).take(made))
    assert caught.value.key == "file.too_many_statements"
    assert next(made).source.start == MOST_STATEMENTS + 1


def test_statements_of_all_kinds_count_together() -> None:
    allowance = Allowance(100)
    list(allowance.take(unread(MOST_STATEMENTS)))
    with pytest.raises(FileRefusedError, match=str(MOST_STATEMENTS)):
        list(allowance.take(unread(1)))
