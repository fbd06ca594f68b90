"""The page of promises names tests that exist."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parent.parent / "docs" / "promises.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


@pytest.mark.parametrize(("path", "name"), NAMED.findall(PAGE.read_text(encoding="utf-8")))
def test_a_test_that_holds_a_promise_exists(root: Path, path: str, name: str) -> None:
    tests = re.findall(r"^def (test_\w+)", (root / path).read_text(encoding="utf-8"), re.MULTILINE)
    assert name in tests if name else tests


def test_every_promise_is_held_by_a_test() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    promises = [row for row in rows if row != "| promise | held by |"]
    assert [row for row in promises if not NAMED.search(row)] == []
