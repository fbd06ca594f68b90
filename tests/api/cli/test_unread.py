"""`plangraph unread` tells a person what was not read of files, by heading and reason."""

import json
from pathlib import Path

from tests.api.conftest import Program
from tests.api.papers import write
from tests.loaders.containers.containers import archive

PAPER = (
    "青石县方案\n一、工作要求\n由县水利局负责修渠。\n2025年底前建成水厂。\n2025年6月底前完成招标。\n"
    "二、保障措施。（县水利局牵头，县财政局保障资金）\n"
)


def test_passages_are_told_by_heading_and_reason(plangraph: Program, home: Path) -> None:
    write(home, "plan.txt", PAPER)
    told = plangraph("--lang", "zh", "unread", "plan.txt")
    assert told.code == 0
    assert told.out.splitlines() == [
        "plan.txt：4 处未读懂",
        "  一、工作要求（3 处）",
        "    1 处：行文中的职责用语，没有标签，也没有括注的责任单位",
        "      第 3 行：由县水利局负责修渠。",
        "    2 处：写了时限，未写责任单位",
        "      第 4 行：2025年底前建成水厂。",
        "      第 5 行：2025年6月底前完成招标。",
        "  二、保障措施（1 处）",
        "    1 处：括注的责任单位中有一段不是名称，未读出：县财政局保障资金",
        "      第 6 行：县财政局保障资金",
    ]


def test_the_rows_are_flat_and_have_the_codes_of_extract(plangraph: Program, home: Path) -> None:
    write(home, "plan.txt", PAPER)
    rows = json.loads(plangraph("unread", "plan.txt", "--json").out)
    assert [(row["line"], row["heading"], row["reason"]) for row in rows] == [
        (3, "一、工作要求", "unread.prose"),
        (4, "一、工作要求", "unread.date"),
        (5, "一、工作要求", "unread.date"),
        (6, "二、保障措施", "unread.part"),
    ]
    extracted = json.loads(plangraph("extract", "plan.txt").out)["unread"]
    assert [one["reason"] for one in extracted] == [row["reason"] for row in rows]


def test_many_passages_are_counted_behind_the_first(plangraph: Program, home: Path) -> None:
    write(home, "plan.txt", "一、要求\n" + "".join(f"202{year}年底前完成。\n" for year in range(5)))
    assert "另有 2 处" in plangraph("--lang", "zh", "unread", "plan.txt").out


def test_a_file_without_such_passages_and_one_that_cannot_be_read(plangraph: Program, home: Path) -> None:
    write(home, "plan.txt", "青石县方案\n")
    told = plangraph("--lang", "zh", "unread", "plan.txt", "none.txt")
    assert (told.out, told.code) == ("plan.txt：没有未读懂的内容。\n", 1)
    assert "none.txt" in told.err


def test_archives_and_folders_stand_for_their_files(plangraph: Program, home: Path) -> None:
    bad = archive({"一.txt": PAPER.encode()})[:-30]
    (home / "夹").mkdir()
    (home / "夹" / "材料.zip").write_bytes(archive({"a/方案.txt": PAPER.encode(), "图.png": b"x", "坏.zip": bad}))
    write(home, "夹/plan.txt", PAPER)
    for given, before in (("夹", "夹/"), ("夹/材料.zip", "夹/")):
        told = plangraph("--lang", "zh", "unread", given)
        assert (f"{before}材料.zip!a/方案.txt：4 处未读懂" in told.out, told.code) == (True, 1)
        assert ("夹/plan.txt：4 处未读懂" in told.out) == (given == "夹")
        assert "材料.zip!坏.zip" in told.err
        read = plangraph("extract", given)
        paths = {one["document"]["path"]: "error" in one for one in json.loads(read.out)}
        assert paths[f"{before}材料.zip!a/方案.txt"] is False
        assert paths[f"{before}材料.zip!坏.zip"] is True


def test_an_archive_that_holds_no_paper_is_refused(plangraph: Program, home: Path) -> None:
    (home / "空.zip").write_bytes(archive({"图.png": b"x"}))
    for command in ("unread", "extract"):
        told = plangraph(command, "空.zip")
        assert (told.code, "holds no file that is read" in told.err) == (1, True)
