"""Writes the parts of the documents that come from the code: `make docs`, and a test that they are up to date.

In README.md every block that begins with `$ plangraph …` shows what that command prints for the example documents.
"""

import io
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

from api.cli.program import main

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
PROMPT = "$ plangraph "
SETTINGS = {"COLUMNS": "140", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PLANGRAPH_STORE": "plangraph.lbug"}


@contextmanager
def examples_loaded() -> Iterator[None]:
    """A working folder in which the examples lie, as in the project and as `my-plans/`, and are loaded."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder), mock.patch.dict(os.environ, SETTINGS):
        for name in ("examples", "my-plans"):
            Path(name).symlink_to(ROOT / "examples", target_is_directory=True)
        printed("load my-plans/*.txt")
        yield


def printed(arguments: str) -> str:
    """What a person sees who runs `plangraph` with these arguments: its answer and its sentences, in their order."""
    screen = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(screen), redirect_stderr(screen):
        try:
            main(arguments.split())
        except SystemExit as ended:
            if ended.code:
                raise RuntimeError(f"plangraph {arguments} ended with {ended.code}") from ended
    screen.seek(0)
    return screen.read()


def with_answers(text: str) -> str:
    """The text of a document with fresh output in its blocks of `$ plangraph …`."""
    return BLOCK.sub(lambda block: f"```console\n{_answered(block[1])}```", text)


def _answered(block: str) -> str:
    commands = [line for line in block.splitlines() if line.startswith(PROMPT)]
    return "".join(f"{line}\n{printed(line.removeprefix(PROMPT))}" for line in commands)


def write() -> None:
    """Write all generated parts."""
    readme = ROOT / "README.md"
    with examples_loaded():
        readme.write_text(with_answers(readme.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write()
