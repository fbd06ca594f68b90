"""Matrices: rows, columns with names that run downwards, cells where both meet; what is too much is cut and told."""

import pytest

from queries.rows import TaskRow
from queries.workload import LoadRow
from tests.viz.task_rows import row
from viz.layout.folding import fold
from viz.layout.room import room_of
from viz.pictures import duties, together
from viz.pictures.matrix import CELL, LEAST, LIMIT, MatrixCell, MatrixRow, matrix

CELL_OF = MatrixCell("1", "#fff", "#000", "")


def rows_of(number: int, *columns: str) -> list[MatrixRow]:
    return [MatrixRow(f"r{n}", f"第{n}行", dict.fromkeys(columns, CELL_OF), "年底") for n in range(number)]


def test_a_cell_stands_where_its_row_and_column_meet() -> None:
    found = matrix(rows_of(2, "b"), {"a": "甲办", "b": "乙办"}, "单位")
    marks = {mark.id: mark for mark in found.marks}
    cell = marks["r1 × b"]
    assert (cell.x, cell.y) == (marks["b"].x, marks["r1"].y)
    assert marks["b"].label == "乙\n办"
    assert marks["b"].y + room_of(marks["b"]).below < marks["r0"].y
    assert "r0 × a" not in marks


def test_cells_do_not_touch() -> None:
    wide = MatrixCell("25", "#fff", "#000", "")
    rows = [MatrixRow("r", "行", {"a": wide, "b": wide})]
    cells = [mark for mark in matrix(rows, {"a": "甲", "b": "乙"}, "单位").marks if "×" in mark.id]
    assert cells[1].x - cells[0].x == CELL > 2 * room_of(cells[0]).half


def test_a_heading_stands_above_the_rows_wherever_it_changes() -> None:
    rows = [MatrixRow(str(n), "行", {}, heading=heading) for n, heading in enumerate(["一类", "一类", "", "二类"])]
    labels = [mark.label for mark in matrix(rows, {}, "单位", headings=True).marks if mark.id.startswith("heading")]
    assert labels == ["一类", "（未分类）", "二类"]


@pytest.mark.parametrize(("rows", "columns"), [(100, 60), (3000, 40), (1, 3000)])
def test_what_is_too_much_is_cut_and_told(rows: int, columns: int) -> None:
    names = {f"c{n}": f"第{n}办" for n in range(columns)}
    cells = [{name: CELL_OF for at, name in enumerate(names) if at <= n} for n in range(rows)]
    given = [MatrixRow(f"r{n}", "行", some, "年底") for n, some in enumerate(cells)]
    found = matrix(given, names, "单位")
    assert len(found.marks) <= LIMIT
    assert len({mark.id for mark in found.marks} & names.keys()) >= min(LEAST, columns)
    [note] = found.notes
    assert note.drawn
    assert any("其余见表" in words for words in note.sentences)


def test_a_matrix_is_never_folded() -> None:
    tasks = [row(task_id=f"t{n}", responsible_units=tuple(f"第{k}办" for k in range(9))) for n in range(60)]
    drawn = duties.picture("方案", tasks)
    assert len(drawn.marks) > 400
    assert fold(drawn) is None


def test_a_plan_has_a_row_a_task_with_signs_of_roles_and_its_deadline() -> None:
    tasks = [
        row(category="清产", supporting_units=("妇联",)),
        row(
            task_id="t2",
            category="盘活",
            lead_units=("党政办",),
            responsible_units=(),
            due_text="",
            due="",
            due_dates=(),
        ),
    ]
    drawn = duties.picture("盘活方案", tasks)
    marks = {mark.id: mark for mark in drawn.marks}
    signs = {name: marks[name].label for name in marks if "×" in name}
    assert signs == {
        "task t1 × unit 社事办": "●",
        "task t1 × unit 党政办": "○",
        "task t1 × unit 司法所": "○",
        "task t1 × unit 妇联": "·",
        "task t2 × unit 党政办": "●",
    }
    assert marks["task t1 behind"].label == "2021年12月底前"
    assert marks["task t2 behind"].label == "未写时限"
    assert [mark.label for mark in drawn.marks if mark.id.startswith("heading")] == ["清产", "盘活"]
    assert [key.words for key in drawn.legend] == ["● 牵头", "○ 责任", "· 配合"]
    assert marks["unit 党政办"].x < marks["unit 社事办"].x


def test_leaders_and_units_meet_in_the_number_of_their_tasks(
    units: list[LoadRow], leaders: list[LoadRow], tasks: list[TaskRow]
) -> None:
    drawn = together.picture("蓬莱镇", units, leaders, tasks)
    marks = {mark.id: mark for mark in drawn.marks}
    assert marks["p:冉泰休 × u:社会治理和应急管理办"].label == "2"
    assert marks["p:何菊华 × u:财政办"].label == "1"
    assert marks["p:冉泰休"].y < marks["p:何菊华"].y
    assert "u:<b>农民工</b>服务中心" not in marks
    assert marks["p:冉泰休 × u:社会治理和应急管理办"].fill != marks["p:何菊华 × u:财政办"].fill


def test_without_common_tasks_there_is_nothing_to_draw(units: list[LoadRow]) -> None:
    assert together.picture("蓬莱镇", units, [], []).marks == ()
    assert duties.picture("方案", []).marks == ()
