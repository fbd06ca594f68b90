"""Papers of hands that had not seen the readers are read as is written beside them, wholly and exactly."""

import json
import shutil
from pathlib import Path

import pytest

from tests.missing import missing
from tests.unseen.reading import SETS, Compared, compare, papers


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=f"{name}/{path.stem}") for name in SETS for path in papers(name)]
)
def test_a_paper_is_read_as_is_written_beside_it(path: Path) -> None:
    if path.suffix in {".doc", ".rtf"} and shutil.which("soffice") is None:
        missing("LibreOffice is not installed (Debian: apt-get install libreoffice-writer-nogui)")
    compared = Compared()
    compare(path, compared)
    assert compared.faults == []


def test_every_difference_is_a_fault(tmp_path: Path) -> None:
    paper = tmp_path / "plan.txt"
    paper.write_text(
        "山阳县工作方案\n一、修渠。（责任单位：县水务局）\n撤销甲山村、乙山村，设立丙山村。\n", encoding="utf-8"
    )
    wanted = {
        "document": {"issuer": "山阳县人民政府"},
        "tasks": [{"content": "修渠", "responsible_units": ["县粮站"]}, {"content": "植树"}],
        "changes": [{"before": [{"name": "甲山村"}], "after": [{"name": "丙山村"}]}],
    }
    paper.with_suffix(".json").write_text(json.dumps(wanted), encoding="utf-8")
    compared = Compared()
    compare(paper, compared)
    assert [fault.partition(":")[0] for fault in compared.faults] == [
        "修渠",
        "missed",
        "missed",
        "extra",
        "issuer None, not '山阳县人民政府'",
    ]
    assert compared.right == {"owner": 0, "silent": 2, "task": 1, "change": 0, "heading: issuer": 0}
