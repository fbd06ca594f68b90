"""The chart of deadlines by month."""

from tests.viz.task_rows import row
from viz.picture import Picture
from viz.pictures.months import ROWS, of_leader, of_place, of_unit, span

TASKS = [
    row(task_id="t1", due="2021-12-31", due_dates=("2021-10-15", "2021-12-31"), lead_leaders=("冉泰休",)),
    row(task_id="t2", due="2021-12-31", due_dates=("2021-12-01", "2021-12-31"), lead_units=("司法所",)),
    row(task_id="t3", due="", due_dates=()),
]


def bars(picture: Picture) -> dict[str, int]:
    return {mark.id: mark.size for mark in picture.marks if mark.shape == "box"}


def sums(picture: Picture) -> list[str]:
    return [mark.label for mark in picture.marks if mark.id.endswith(" sum")]


def test_every_month_from_the_first_to_the_last_has_its_sum() -> None:
    picture = of_place("蓬莱镇", TASKS)
    assert [mark.label for mark in picture.marks if mark.id.endswith(" words")] == [
        "2021年10月",
        "2021年11月",
        "2021年12月",
    ]
    assert sums(picture) == ["1", "0", "2"]


def test_the_bars_of_a_place_tell_last_deadlines_from_stages() -> None:
    assert list(bars(of_place("蓬莱镇", TASKS))) == ["2021-10 stage", "2021-12 last"]


def test_the_bars_of_a_leader_tell_where_the_leader_leads() -> None:
    assert list(bars(of_leader(("冉泰休",), TASKS))) == ["2021-10 lead", "2021-12 lead", "2021-12 answers"]


def test_the_bars_of_a_unit_are_its_strongest_roles() -> None:
    assert list(bars(of_unit(("司法所",), TASKS))) == ["2021-10 responsible", "2021-12 lead", "2021-12 responsible"]


def test_a_spelling_of_two_units_gives_the_strongest_role_of_either_and_both_names() -> None:
    tasks = [row(lead_units=("司法所",)), row(task_id="t2", lead_units=("民政办",), responsible_units=("司法局",))]
    picture = of_unit({"司法所", "司法局"}, tasks)
    assert list(bars(picture)) == ["2021-12 lead", "2021-12 responsible"]
    assert picture.title == "司法局、司法所各月到期任务"


def test_a_leader_who_leads_under_one_of_two_names_leads() -> None:
    tasks = [row(lead_leaders=("冉泰休",)), row(task_id="t2", lead_leaders=("何菊华",))]
    assert list(bars(of_leader({"冉泰休", "冉太休"}, tasks))) == ["2021-12 lead", "2021-12 answers"]


def test_a_bar_is_as_long_as_its_tasks_are_many() -> None:
    found = bars(of_place("蓬莱镇", TASKS))
    assert found["2021-12 last"] > 1.9 * found["2021-10 stage"]


def test_a_row_leads_to_its_bar_and_to_its_source() -> None:
    table = of_place("蓬莱镇", TASKS).table
    assert table is not None
    assert [one.cells[0] for one in table.rows] == ["2021-10", "2021-12", "2021-12"]
    assert table.rows[0].marks == ("2021-10 stage",)
    assert all(one.sources for one in table.rows)


def test_of_very_many_tasks_the_table_lists_the_first_and_says_so_while_the_bars_count_all() -> None:
    many = [row(task_id=f"t{number}", due_dates=("2021-11-30", "2021-12-31")) for number in range(ROWS)]
    picture = of_place("蓬莱镇", many)
    assert picture.table is not None
    assert [one.cells[0] for one in picture.table.rows] == ["2021-11"] * ROWS
    assert f"表中只列前 {ROWS} 行" in str(picture.notes)
    assert sums(picture) == [str(ROWS), str(ROWS)]


def test_a_table_that_holds_every_task_says_nothing_of_it() -> None:
    picture = of_place("蓬莱镇", [row(task_id=f"t{number}") for number in range(ROWS)])
    assert picture.table is not None
    assert len(picture.table.rows) == ROWS
    assert "表中只列" not in str(picture.notes)


def test_of_a_long_time_only_months_with_deadlines_are_shown_and_that_is_said() -> None:
    assert span(["2021-12", "2022-02"]) == ["2021-12", "2022-01", "2022-02"]
    assert span(["2021-01", "2030-12"]) == ["2021-01", "2030-12"]
    long = of_place("蓬莱镇", [row(due="2030-12-31", due_dates=("2021-01-31", "2030-12-31"))])
    assert "只列有时限的月份" in str(long.notes)


def test_tasks_without_deadlines_get_a_picture_that_says_so() -> None:
    assert of_place("蓬莱镇", TASKS[2:]).marks == ()
    assert span([]) == []
