"""The picture of a lineage."""

from viz.layout.folding import fold
from viz.pictures.changes import DrawnChange, DrawnParty
from viz.pictures.lineage import picture

MERGE = DrawnChange(
    "e1",
    "merge",
    "2021年4月12日前",
    (DrawnParty("b1", "福寿村", "ends"), DrawnParty("b2", "忠荣村", "ends")),
    (DrawnParty("a1", "福荣村", "created"),),
    ("mergers.txt:15",),
)
ABSORB = DrawnChange(
    "e2",
    "absorb",
    "2020年5月",
    (DrawnParty("c1", "梓潼村", "ends"), DrawnParty("c2", "吊脚楼村", "continues")),
    (DrawnParty("d1", "吊脚楼村", "continues"),),
)


def test_places_before_stand_on_the_left_of_the_change_and_those_after_on_its_right() -> None:
    marks = {mark.id: mark for mark in picture("蓬莱镇", [MERGE, ABSORB]).marks}
    for change in (MERGE, ABSORB):
        middle = marks[change.change_id].x
        assert all(marks[party.place_id].x < middle for party in change.before)
        assert all(marks[party.place_id].x > middle for party in change.after)


def test_a_change_bears_its_kind_and_date_in_chinese_and_its_sources_when_pointed_at() -> None:
    marks = {mark.id: mark for mark in picture("蓬莱镇", [MERGE]).marks}
    assert marks["e1"].label == "合并\n2021年4月12日前"
    assert marks["e1"].tip == "福寿村、忠荣村 → 福荣村\n合并，2021年4月12日前\n出处：\nmergers.txt:15"


def test_a_village_that_goes_on_is_drawn_in_both_its_periods() -> None:
    found = picture("蓬莱镇", [ABSORB])
    assert [mark.id for mark in found.marks if mark.label == "吊脚楼村"] == ["d1", "c2"]
    assert [key.words for key in found.legend] == ["撤销", "延续"]
    assert found.subtitle == "调整 1 次，由 2 个成为 1 个"


def test_a_place_that_came_and_went_is_painted_by_what_became_of_it() -> None:
    later = DrawnChange(
        "e3", "rename", "2023年", (DrawnParty("a1", "福荣村", "ends"),), (DrawnParty("a2", "福荣社区", "created"),)
    )
    marks = {mark.id: mark for mark in picture("蓬莱镇", [MERGE, later]).marks}
    assert marks["a1"].tip == "福荣村：撤销"


def test_headings_count_where_a_lineage_is_folded_into_towns() -> None:
    renamed = [
        DrawnChange(f"e{number}", "rename", "2021年", (DrawnParty(f"b{number}", "旧村", "ends"),), (), place="蓬莱镇")
        for number in range(200)
    ]
    found = fold(picture("大英县", renamed))
    assert found is not None
    assert {tile.words.partition("（")[0] for tile in found.tiles} == {"蓬莱镇"}


def test_a_part_is_dashed_and_a_proposal_is_named() -> None:
    part = DrawnChange(
        "e4",
        "transfer",
        "时间未载",
        (DrawnParty("p", "东荣村", "moved", "part"),),
        (DrawnParty("q", "河边镇", "receives"),),
        proposed=True,
    )
    found = picture("蓬莱镇", [part])
    assert [line.dashed for line in found.lines] == [True, False]
    assert any(mark.label.startswith("划归（拟）") and mark.dashed for mark in found.marks)
    assert [key.words for key in found.legend][-2:] == ["只有一部分", "拟议中的调整"]


def test_a_change_without_places_stands_alone() -> None:
    alone = DrawnChange("e5", "abolish", "2021年", (), ())
    assert "撤销\n2021年" in [mark.label for mark in picture("蓬莱镇", [alone]).marks]
    marks = {mark.id for mark in picture("蓬莱镇", [alone, MERGE]).marks}
    assert {"e1", "e5"} <= marks


def test_changes_that_lead_back_are_drawn_with_all_their_lines() -> None:
    back = DrawnChange("e6", "split", "2023年", MERGE.after, MERGE.before)
    found = picture("蓬莱镇", [MERGE, back])
    assert {"e1", "e6", "a1", "b1", "b2"} <= {mark.id for mark in found.marks}
    assert len(found.lines) == 6


def test_a_date_that_all_changes_have_is_told_once() -> None:
    before, after = (DrawnParty("x", "甲村", "ends"),), (DrawnParty("y", "乙村", "created"),)
    other = DrawnChange("e7", "merge", MERGE.when, before, after)
    found = picture("蓬莱镇", [MERGE, other])
    assert found.subtitle.endswith("，时间均为2021年4月12日前")
    assert [mark.label for mark in found.marks if mark.id in {"e1", "e7"}] == ["合并", "合并"]
    assert "2021年" in {mark.id: mark for mark in found.marks}["e1"].tip
    assert "时间均为" not in picture("蓬莱镇", [MERGE, ABSORB]).subtitle
