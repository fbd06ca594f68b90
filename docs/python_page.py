"""Runs the code of docs/python.md and writes below each block what it prints: `python -m docs.python_page`."""

import io
import re
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "python.md"
BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```\n(?P<shown>\n```text\n.*?^```\n)?", re.DOTALL | re.MULTILINE)


def code(text: str) -> Iterator[str]:
    """The blocks of code of a page, in their order."""
    return (block["code"] for block in BLOCK.finditer(text))


def with_output(text: str) -> str:
    """The page, each block of code run in one working folder in which the examples lie, with what it prints."""
    names: dict[str, object] = {"__name__": "__main__"}

    def shown(block: re.Match[str]) -> str:
        screen = io.StringIO()
        with redirect_stdout(screen):
            exec(compile(block["code"], "docs/python.md", "exec"), names)  # noqa: S102 - our own page
        printed = screen.getvalue()
        return f"```python\n{block['code']}```\n" + (f"\n```text\n{printed}```\n" if printed else "")

    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        Path("examples").symlink_to(ROOT / "examples", target_is_directory=True)
        return BLOCK.sub(shown, text)


if __name__ == "__main__":
    PAGE.write_text(with_output(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
