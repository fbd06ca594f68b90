"""What the documents say is so: commands run, answers are those of the program, links lead somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.generate import BLOCK, examples_loaded, printed, with_answers

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "README.zh.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def lines(page: Path, program: str) -> Iterator[str]:
    """What stands behind the name of a program at the beginning of a line of a fenced block."""
    for language, block in FENCED.findall(page.read_text(encoding="utf-8")):
        if language in {"", "bash", "sh"}:
            yield from re.findall(rf"^{program} (.+)$", block, re.MULTILINE)


@pytest.fixture(scope="module")
def examples() -> Iterator[None]:
    with examples_loaded():
        yield


@pytest.mark.slow
@pytest.mark.usefixtures("examples")
@pytest.mark.parametrize("arguments", sorted({line for path in PAGES for line in lines(path, "plangraph")}))
def test_a_command_in_the_documents_runs(arguments: str) -> None:
    printed(arguments)


@pytest.mark.parametrize("verb", sorted({line for path in PAGES for line in lines(path, "make")}))
def test_a_verb_in_the_documents_is_in_the_makefile(verb: str) -> None:
    assert re.search(rf"^{verb}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.slow
def test_the_answers_in_the_readme_are_those_of_the_program() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert BLOCK.search(text)
    with examples_loaded():  # afresh: other documents show how to decide on names
        assert with_answers(text) == text


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    for link in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / link).exists(), link
