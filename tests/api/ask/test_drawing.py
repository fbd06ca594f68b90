"""`plangraph draw`: every kind of picture of the examples, in every form, and what it says when there is none."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.api.conftest import Program
from tests.api.papers import TASK_LIST, write
from tests.missing import missing

pytestmark = pytest.mark.slow

KINDS = (
    ("workload",),
    ("workload", "蓬莱镇"),
    ("ranking", "蓬莱镇"),
    ("ranking", "--period", "2021-08"),
    ("together", "蓬莱镇"),
    ("lineage",),
    ("lineage", "蓬莱镇"),
    ("lineage", "福荣村"),
    ("leader", "冉泰休"),
    ("plan", "蓬莱镇完善便民服务体系工作方案"),
    ("duties", "蓬莱镇完善便民服务体系工作方案"),
    ("months",),
    ("months", "蓬莱镇"),
    ("months", "--leader", "冉泰休"),
    ("months", "--unit", "司法所", "--in", "蓬莱镇"),
    ("around", "福荣村"),
    ("around", "司法所", "--in", "蓬莱镇"),
    ("around", "冉泰休", "--steps", "1"),
    ("around", "蓬莱镇完善便民服务体系工作方案"),
    ("around", "大蓬委发〔2021〕26号"),
)


@pytest.mark.parametrize("asked", KINDS, ids=" ".join)
def test_a_picture_is_written_as_one_file(loaded: Program, home: Path, asked: tuple[str, ...]) -> None:
    run = loaded("draw", *asked, "--out", home / "picture.html")
    assert (run.code, run.out) == (0, "")
    page = (home / "picture.html").read_text(encoding="utf-8")
    assert "无可绘制" not in page
    assert "notice.txt:" in page
    assert 'src="http' not in page


@pytest.mark.parametrize("asked", KINDS, ids=" ".join)
def test_the_suffix_makes_it_an_image(loaded: Program, home: Path, asked: tuple[str, ...]) -> None:
    assert loaded("draw", *asked, "--out", home / "picture.svg").code == 0
    assert ET.parse(home / "picture.svg").getroot().tag.endswith("svg")  # noqa: S314 - our own document


def test_a_png_is_drawn_where_the_machine_has_a_chinese_font(loaded: Program, home: Path) -> None:
    run = loaded("draw", "months", "--out", home / "months.png")
    if "No font" in run.err:
        missing("no font with Chinese characters is installed (Debian: apt-get install fonts-noto-cjk)")
    assert run.code == 0
    assert (home / "months.png").read_bytes().startswith(b"\x89PNG")


def test_without_a_file_it_is_named_after_its_kind(loaded: Program, home: Path) -> None:
    assert "Wrote months.html" in loaded("draw", "months").err
    assert (home / "months.html").exists()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("leader", "冉泰"), "There is no leader 冉泰 here. Perhaps: 冉泰休"),
        (("plan", "绝无此方案"), "There is no plan 绝无此方案"),
        (("lineage", "绝无此村"), "There is no place 绝无此村"),
        (("months", "--unit", "绝无此办"), "There is no unit 绝无此办"),
        (("leader", "冉泰休", "--in", "绝无此镇"), "There is no place 绝无此镇"),
        (("around", "冉泰"), "Nothing here is called 冉泰. Perhaps: 冉泰休"),
    ],
)
def test_a_name_that_nobody_bears_is_said(loaded: Program, asked: tuple[str, ...], told: str) -> None:
    run = loaded("draw", *asked)
    assert run.code == 1
    assert told in run.err


@pytest.mark.parametrize(
    "asked",
    [
        ("leader",),
        ("plan",),
        ("lineage", "--unit", "司法所"),
        ("lineage", "--period", "2021"),
        ("months", "--unit", "司法所", "--leader", "冉泰休"),
        ("months", "--out", "months.pdf"),
        ("tree",),
        ("around",),
        ("around", "冉泰休", "--steps", "0"),
        ("around", "冉泰休", "--steps", "5"),
        ("around", "冉泰休", "--steps", "two"),
        ("leader", "冉泰休", "--steps", "2"),
    ],
)
def test_what_cannot_be_drawn_is_wrong_usage(loaded: Program, asked: tuple[str, ...]) -> None:
    run = loaded("draw", *asked)
    assert (run.code, run.out) == (2, "")
    assert run.err.count("\n") == 1


def test_a_name_of_several_is_refused_with_all_of_them(loaded: Program, home: Path) -> None:
    write(home, "清单.txt", TASK_LIST)
    loaded("load", "清单.txt")
    for asked, told in (
        (("plan", "方案"), "蓬莱镇完善便民服务体系工作方案"),
        (("months", "--unit", "社事办"), "社事办（大英县/金元镇）"),
        (("around", "社事办"), "社事办（大英县/金元镇）"),
    ):
        run = loaded("draw", *asked)
        assert (run.code, run.err.count("\n")) == (2, 1)
        assert told in run.err
    assert loaded("draw", "months", "--unit", "社事办", "--in", "金元镇").code == 0
    assert loaded("draw", "around", "社事办", "--in", "金元镇").code == 0
    assert loaded("draw", "leader", "冉泰休", "--in", "金元镇").code == 1


def test_pictures_of_real_documents_are_drawn(plangraph: Program, root: Path, home: Path) -> None:
    seeds = sorted((root.parent / "shared" / "seeds").glob("*.txt"))
    if not seeds:
        pytest.skip("there are no real documents beside the project")
    plangraph("load", *seeds)
    for asked in (
        ("leader", "张若一"),
        ("lineage", "福荣村"),
        ("months", "蓬莱镇"),
        ("plan", "完善农村司法体系工作方案"),
    ):
        assert plangraph("draw", *asked, "--out", home / "picture.html").code == 0
        assert "无可绘制" not in (home / "picture.html").read_text(encoding="utf-8")
