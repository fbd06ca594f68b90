"""The picture of workload."""

from graph.model import relationship_types
from queries.reasons import sentence
from queries.rows import TaskRow
from queries.workload import LoadRow
from viz.palette import VERDICTS
from viz.pictures.workload import picture


def test_marks_are_sized_by_load_and_coloured_by_verdict(
    units: list[LoadRow], leaders: list[LoadRow], tasks: list[TaskRow]
) -> None:
    marks = {mark.id: mark for mark in picture("蓬莱镇", units, leaders, tasks).marks}
    heavy, light = marks["u:社会治理和应急管理办"], marks["u:财政办"]
    assert heavy.size > light.size
    assert heavy.label == "社会治理和应急管理办 13"
    assert heavy.fill == VERDICTS["severely overloaded"].fill
    assert light.fill == VERDICTS["not overloaded"].fill
    assert marks["u:各村（社区）"].fill == VERDICTS["not compared"].fill
    assert (heavy.shape, marks["p:冉泰休"].shape) == ("dot", "diamond")


def test_lines_have_the_colour_of_the_strongest_role(
    units: list[LoadRow], leaders: list[LoadRow], tasks: list[TaskRow]
) -> None:
    lines = {(line.start, line.end): line for line in picture("蓬莱镇", units, leaders, tasks).lines}
    assert lines["p:冉泰休", "u:财政办"].colour == relationship_types()["LEADS"].colour
    assert lines["p:冉泰休", "u:各村（社区）"].colour == relationship_types()["RESPONSIBLE_FOR"].colour
    assert "牵头 1，责任 1" in lines["p:冉泰休", "u:财政办"].tip
    assert lines["p:冉泰休", "u:社会治理和应急管理办"].width > lines["p:冉泰休", "u:财政办"].width


def test_the_overloaded_are_told_beside_the_picture_with_their_reasons(
    units: list[LoadRow], leaders: list[LoadRow], tasks: list[TaskRow]
) -> None:
    note = picture("蓬莱镇", units, leaders, tasks).notes[0]
    assert note.sentences == (
        f"社会治理和应急管理办严重超负荷：{sentence('zh', units[0])}",
        f"冉泰休超负荷：{sentence('zh', leaders[0])}",
    )


def test_the_legend_holds_what_the_picture_holds(
    units: list[LoadRow], leaders: list[LoadRow], tasks: list[TaskRow]
) -> None:
    words = [key.words for key in picture("蓬莱镇", units[1:2], [], tasks).legend]
    assert words == ["单位", "领导", "未超负荷"]
    words = [key.words for key in picture("蓬莱镇", units, leaders, tasks).legend]
    assert words == ["单位", "领导", "严重超负荷", "超负荷", "未超负荷", "不作比较", "单位牵头", "单位责任"]


def test_who_shares_no_task_stands_below_the_network(
    units: list[LoadRow], leaders: list[LoadRow], tasks: list[TaskRow]
) -> None:
    marks = {mark.id: mark for mark in picture("蓬莱镇", units, leaders, tasks).marks}
    lone = marks["u:<b>农民工</b>服务中心"]
    assert all(
        mark.y < marks["caption 蓬莱镇"].y for mark in marks.values() if mark not in (lone, marks["caption 蓬莱镇"])
    )
    assert lone.y > marks["caption 蓬莱镇"].y
