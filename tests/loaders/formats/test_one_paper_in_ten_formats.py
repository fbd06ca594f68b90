"""One paper says the same in every format that is read: its heading, plans, tasks, changes and appointments."""

import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from docs.example_files import PaperTable
from graph.statements import PlanDocument
from loaders.extract import extract
from loaders.formats.readers import ENDINGS, READERS
from tests.loaders.formats.written_papers import PAPER, WRITERS
from tests.missing import missing

CONVERTED = (".doc", ".wps", ".rtf", ".odt", ".pdf", ".xls", ".et", ".ods")
"""Written by LibreOffice."""
READ = [ending for ending in WRITERS if ending in ENDINGS]
"""What a reader claims joins by itself, and must be right."""
ELSEWHERE = {"mht", "ofd"}
"""Formats that neither LibreOffice nor a few lines write; they have tests of their own."""
SHEETS = (".xls", ".et", ".ods")
"""Written by a part of LibreOffice, Calc, that is not always there."""
CANNOT = {
    ".txt": "no merged cells: who leads stands in each row",
    ".md": "no merged cells: who leads stands in each row",
    ".csv": "no merged cells: who leads stands in each row",
}
"""What a format cannot say, so that the paper is written otherwise for it."""


def said(document: PlanDocument) -> dict[str, Any]:
    """All that a file says, without the places."""
    return {
        "head": _bare(document.head),
        "plans": [_bare(one) for one in document.plans],
        "tasks": [_bare(one) for one in document.tasks],
        "changes": [_bare(one) for one in document.changes],
        "appointments": [_bare(one) for one in document.appointments],
    }


def _bare(statement: Any) -> dict[str, Any]:  # noqa: ANN401 - any statement
    return {name: value for name, value in asdict(statement).items() if name != "source"}


def read(folder: Path, ending: str) -> PlanDocument:
    (folder / f"方案{ending}").write_bytes(WRITERS[ending]())
    return extract(folder / f"方案{ending}")


@pytest.fixture(scope="module")
def word(tmp_path_factory: pytest.TempPathFactory) -> PlanDocument:
    """What the Word document says, with which the others are compared."""
    return read(tmp_path_factory.mktemp("word"), ".docx")


def test_the_paper_says_what_it_was_written_to_say(word: PlanDocument) -> None:
    assert (word.head.number, word.head.issued_on) == ("青柳府发〔2024〕17号", "2024-03-05")
    assert [one.title for one in word.plans] == ["柳林镇2024年河渠整治工作方案"]
    assert [(one.title, one.lead_units, one.leaders) for one in word.tasks if one.form == "row"] == [
        ("修缮东干渠", ("水利站",), ("周启明",)),
        ("修缮西干渠", ("水利站",), ("周启明",)),
        ("清理河道垃圾", ("社会事务办",), ("林晓芬",)),
        ("建设分类投放点", ("社会事务办",), ("林晓芬",)),
    ]
    assert [(one.title, one.lead_units, one.responsible_units) for one in word.tasks if one.form == "item"] == [
        ("开展河渠普查", ("水利站",), ("农业农村办",)),
        ("落实巡河制度", (), ("社会事务办",)),
    ]
    assert [[party.name for party in (*one.before, *one.after)] for one in word.changes] == [
        ["石桥村", "柳树村", "桥柳村"]
    ]
    assert [(one.person, one.role) for one in word.appointments] == [("周启明", "组长"), ("林晓芬", "副组长")]


@pytest.mark.slow
@pytest.mark.parametrize("ending", READ)
def test_every_format_says_the_same(tmp_path: Path, word: PlanDocument, ending: str) -> None:
    if ending in CONVERTED and shutil.which("soffice") is None:
        missing("LibreOffice is not installed (Debian: apt-get install libreoffice-writer-nogui)")
    try:
        document = read(tmp_path, ending)
    except FileNotFoundError:
        if ending not in SHEETS:
            raise
        missing("LibreOffice writes no sheets here (Debian: apt-get install libreoffice-calc-nogui)")
    assert said(document) == said(word)
    quotes = [one.source.quote for one in document.tasks]
    assert [("2024年6月底前" in quote) for quote in quotes].count(True) == 1


def test_every_format_that_a_reader_claims_is_written() -> None:
    claimed = [one for one in READERS if one.format not in ELSEWHERE]
    assert [one.format for one in claimed if not WRITERS.keys() & set(one.endings)] == []


@pytest.mark.parametrize("ending", CANNOT)
def test_what_is_no_merge_is_none(tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty cell of a text is no rest of the one above: the row has no lead, where a merged cell gave it one."""
    monkeypatch.setattr("tests.loaders.formats.written_papers.repeated", lambda table: list(table.rows))
    [table] = [one for one in PAPER if isinstance(one, PaperTable)]
    assert table.goes_on(2, 4)
    rows = [one for one in read(tmp_path, ending).tasks if one.form == "row"]
    assert [one.lead_units for one in rows] == [("水利站",), (), ("社会事务办",), ()]
