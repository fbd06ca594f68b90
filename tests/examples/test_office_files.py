"""The office files of the examples are the same papers as the texts, and what the kept script writes."""

import io
import zipfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from docs.example_files import OFFICE, as_docx, as_xlsx, paper_of
from graph.statements import PlanDocument, Statement
from loaders.extract import extract
from loaders.formats.readers import ENDINGS

FILES = sorted(path.name for path in OFFICE.iterdir())


def said(document: PlanDocument) -> list[dict[str, Any]]:
    """What a file says, without places and what was not read."""
    statements: tuple[Statement, ...] = (
        document.head,
        *document.plans,
        *document.tasks,
        *document.changes,
        *document.appointments,
    )
    return [{name: value for name, value in asdict(one).items() if name != "source"} for one in statements]


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of an office file; how they are packed is left to the library."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_there_is_one_of_each_kind() -> None:
    assert [Path(name).suffix for name in FILES] == [".pdf", ".docx", ".xlsx"]


@pytest.mark.parametrize("name", [name for name in FILES if Path(name).suffix in ENDINGS])
def test_an_office_file_says_what_the_text_of_its_name_says(root: Path, name: str) -> None:
    text = root / "examples" / f"{Path(name).stem}.txt"
    assert said(extract(OFFICE / name)) == said(extract(text))


def test_the_script_writes_these_files(root: Path) -> None:
    examples = root / "examples"
    written = {
        "notice.docx": as_docx(paper_of(examples / "notice.txt")),
        "task-list.xlsx": as_xlsx(paper_of(examples / "task-list.txt"), "任务清单"),
    }
    assert {name: parts((OFFICE / name).read_bytes()) for name in written} == {
        name: parts(data) for name, data in written.items()
    }


def test_they_are_small() -> None:
    assert [name for name in FILES if (OFFICE / name).stat().st_size > 60_000] == []
