"""The demonstration answers from the example documents, not from memory."""

import shutil
from pathlib import Path

import pytest

from loaders.formats.readers import ENDINGS
from tests.api.conftest import Program, Run

pytestmark = pytest.mark.slow


@pytest.fixture
def copied(home: Path, examples: Path) -> Path:
    """A copy of the examples, to be changed."""
    folder = home / "changed"
    shutil.copytree(examples, folder)
    return folder


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def section(run: Run, number: int) -> str:
    """The part of the demonstration that answers the question of this number."""
    return run.out.split(f"\n{number}. ")[1].split(f"\n{number + 1}. ")[0]


def test_the_four_questions_are_answered(plangraph: Program, examples: Path, home: Path) -> None:
    run = plangraph("demo", examples)
    assert run.code == 0
    assert section(run, 1).count("冉泰休") == 16
    assert all(name in section(run, 2) for name in ("福荣村", "福寿村", "忠荣村", "mergers.txt:12"))
    assert "社会治理和应急管理办 · severely overloaded" in section(run, 3)
    assert "冉泰休 · overloaded" in section(run, 3)
    for name in ("plangraph.ttl", "workload.html", "lineage.html"):
        assert f"out/{name}" in section(run, 4)
        assert (home / "out" / name).stat().st_size


def test_each_office_file_is_a_source(plangraph: Program, examples: Path) -> None:
    run = plangraph("demo", examples)
    read = {path.name for path in (examples / "office").iterdir() if path.suffix in ENDINGS}
    assert {"notice.docx", "task-list.xlsx"} <= read
    assert [name for name in sorted(read) if f"{name}:" not in section(run, 1) + section(run, 2)] == []


def test_the_answers_are_there_in_chinese_too(plangraph: Program, examples: Path) -> None:
    run = plangraph("--lang", "zh", "demo", examples)
    assert "冉泰休 的全部任务" in run.out
    assert "社会治理和应急管理办 · 严重超负荷" in run.out


def test_the_answers_follow_the_documents(plangraph: Program, copied: Path) -> None:
    change(copied / "task-list.txt", "冉泰休", "吴小平")
    change(copied / "mergers.txt", "福寿村\n\t忠荣村\n\t福荣村", "福寿村\n\t太平村\n\t福荣村")
    change(copied / "notice.txt", "我镇已由福寿村、忠荣村合并设立福荣村，", "")
    change(copied / "notice.txt", "镇社会治理和应急管理办\n", "项目办\n")
    shutil.rmtree(copied / "office")
    run = plangraph("demo", copied)
    assert section(run, 1).count("冉泰休") == 13
    assert "task-list.txt" not in section(run, 1)
    assert "太平村" in section(run, 2)
    assert "忠荣村" not in section(run, 2)
    assert "社会治理和应急管理办 · severely overloaded" not in section(run, 3)


def test_a_second_run_gives_the_same_bytes(plangraph: Program, examples: Path, home: Path) -> None:
    first = plangraph("demo", examples).out
    files = {path.name: path.read_bytes() for path in (home / "out").iterdir() if ".lbug" not in path.name}
    assert plangraph("demo", examples).out == first
    assert {path.name: path.read_bytes() for path in (home / "out").iterdir() if ".lbug" not in path.name} == files


def test_a_folder_without_examples_is_said(plangraph: Program, home: Path) -> None:
    run = plangraph("demo")
    assert (run.code, run.out) == (1, "")
    assert "examples" in run.err
    assert list(home.iterdir()) == []
