"""Loads in their order, with the limit of overload as a line."""

from queries.rows import TaskRow
from queries.workload import LoadRow
from tests.viz.conftest import load_row
from viz.palette import VERDICTS
from viz.picture import Mark, Picture
from viz.pictures.ranking import ON_PAGE, picture, ranked


def bars(drawn: Picture) -> list[Mark]:
    return [mark for mark in drawn.marks if mark.shape == "box" and mark.height > 1]


def limited(row: LoadRow, limit: float) -> LoadRow:
    return {**row, "threshold": limit}


def test_the_heaviest_stands_first_and_groups_last_units_before_leaders(
    units: list[LoadRow], leaders: list[LoadRow], tasks: list[TaskRow]
) -> None:
    found = bars(picture("蓬莱镇", units, leaders, tasks))
    assert [mark.id for mark in found] == [
        "u:社会治理和应急管理办",
        "u:财政办",
        "u:<b>农民工</b>服务中心",
        "u:各村（社区）",
        "p:冉泰休",
        "p:何菊华",
    ]
    assert [mark.y for mark in found] == sorted(mark.y for mark in found)


def test_a_bar_is_as_long_as_its_load_and_in_the_colour_of_its_verdict(
    units: list[LoadRow], leaders: list[LoadRow], tasks: list[TaskRow]
) -> None:
    found = {mark.id: mark for mark in bars(picture("蓬莱镇", units, leaders, tasks))}
    heavy, light = found["u:社会治理和应急管理办"], found["u:财政办"]
    assert abs(heavy.size / light.size - 13 / 4.75) < 0.1
    assert heavy.fill == VERDICTS["severely overloaded"].fill
    assert all(mark.x == mark.size for mark in found.values())


def test_the_limit_is_a_line_at_its_load_beside_those_whom_it_holds_for() -> None:
    rows = [
        limited(load_row("u:甲", 12.0, "overloaded", "1"), 10.0),
        limited(load_row("u:乙", 5.0, "not overloaded", "1"), 10.0),
        load_row("u:丙", 6.0, "not compared", "1"),
    ]
    drawn = picture("蓬莱镇", rows, [], [])
    [line] = drawn.lines
    marks = {mark.id: mark for mark in drawn.marks}
    top, end = marks[line.start], marks[line.end]
    assert top.x == end.x == round(10 * 520 / 12)
    assert top.label == "界限 10"
    assert marks["u:甲"].y < end.y < marks["u:丙"].y
    assert marks["u:甲"].x + marks["u:甲"].size > top.x > marks["u:乙"].x + marks["u:乙"].size


def test_others_with_another_limit_have_a_line_of_their_own() -> None:
    rows = [limited(load_row(f"u:{n}", 5.0 - n, "not overloaded", "1"), 10.0 + n // 2) for n in range(4)]
    drawn = picture("蓬莱镇", rows, [], [])
    assert len(drawn.lines) == 2
    assert len({mark.id for mark in drawn.marks}) == len(drawn.marks)


def test_words_of_a_load_stand_clear_of_the_line() -> None:
    rows = [limited(load_row("u:甲", 9.5, "not overloaded", "1"), 10.0)]
    drawn = picture("蓬莱镇", rows, [], [])
    marks = {mark.id: mark for mark in drawn.marks}
    words, line = marks["u:甲 load"], marks[drawn.lines[0].start]
    assert words.x - 40 > line.x


def test_a_page_shows_the_heaviest_alone() -> None:
    rows = [load_row(f"u:{n}", float(n), "not overloaded", "1") for n in range(40)]
    drawn = ranked(rows, "unit")
    assert [mark.id for mark in bars(drawn)] == [f"u:{n}" for n in range(39, 39 - ON_PAGE, -1)]
    assert drawn.subtitle == f"图中是负荷最高的 {ON_PAGE} 个，共 40 个"
    assert ranked(rows[:3], "unit").subtitle == ""
    assert [mark.id for mark in bars(ranked(rows[:3], "leader"))] == ["u:2", "u:1", "u:0"]


def test_without_loads_there_is_nothing_to_draw() -> None:
    assert picture("蓬莱镇", [], [], []).marks == ()
