"""The page on use from Python: its code runs, prints what the page shows, and passes the strictest check of types."""

import subprocess
import sys
from pathlib import Path

import pytest

from docs.python_page import PAGE, code, with_output


def test_the_code_prints_what_the_page_shows() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert len(list(code(text))) > 5
    assert with_output(text) == text


def test_a_page_that_shows_something_else_is_seen() -> None:
    assert (
        with_output("```python\nprint(1)\n```\n\n```text\n2\n```\n") == "```python\nprint(1)\n```\n\n```text\n1\n```\n"
    )


def test_an_error_in_the_code_is_seen() -> None:
    with pytest.raises(NameError):
        with_output("```python\nnothing_of_this_name\n```\n")


def test_the_code_has_the_right_types(tmp_path: Path, root: Path) -> None:
    script = tmp_path / "page.py"
    script.write_text("".join(code(PAGE.read_text(encoding="utf-8"))), encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(root / ".mypy_cache"), str(script)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=root, check=False)
    assert done.returncode == 0, done.stdout
