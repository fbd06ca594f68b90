"""Prose items and rows of one plan joined into tasks, and what stands of what they say."""

from graph.papers.tasks import Task, TaskPassage, join, keys
from graph.statements import TaskStatement
from tests.graph.saying import item, row


def said(*statements: TaskStatement, copy: int = 0) -> list[TaskPassage]:
    return [TaskPassage(one, f"{copy}:{one.source.line}", copy) for one in statements]


def joined(*statements: TaskStatement) -> list[list[int | None]]:
    """The lines of each task, the standing passage first."""
    return [lines(task) for task in join("plan", said(*statements))]


def lines(task: Task) -> list[int | None]:
    return [one.statement.source.line for one in task.said]


def test_an_item_and_the_row_of_its_name_are_one_task_and_the_row_stands() -> None:
    assert joined(item(10, "盘活镇国有资产"), row(20, "盘活镇（街道）国有资产")) == [[20, 10]]


def test_one_item_stands_for_several_rows_and_is_a_source_of_each() -> None:
    assert joined(item(10, "资产清查"), row(20, "资产清查", "国有"), row(21, "资产清查", "村集体")) == [
        [20, 10],
        [21, 10],
    ]


def test_rows_of_equal_names_stay_apart() -> None:
    assert joined(row(20, "征求意见", "开会"), row(21, "征求意见", "公示")) == [[20], [21]]


def test_two_items_are_never_joined() -> None:
    assert joined(item(10, "加强宣传", "一"), item(11, "加强宣传", "二")) == [[10], [11]]
    assert joined(item(10, "加强宣传", "一"), item(11, "加强宣传", "二"), row(20, "加强宣传")) == [[10], [11], [20]]


def test_as_many_items_as_rows_of_one_name_are_joined_in_order() -> None:
    statements = item(10, "宣传", "一"), item(11, "宣传", "二"), row(20, "宣传", "甲"), row(21, "宣传", "乙")
    assert joined(*statements) == [[20, 10], [21, 11]]


def test_one_left_over_between_two_joined_neighbours_is_joined() -> None:
    items = item(10, "甲项"), item(11, "推动慧眼工程"), item(12, "丙项")
    rows = row(20, "甲项"), row(21, "推进慧眼工程"), row(22, "丙项")
    assert joined(*items, *rows) == [[20, 10], [21, 11], [22, 12]]


def test_two_left_over_or_a_missing_neighbour_join_nothing() -> None:
    items = item(10, "甲项"), item(11, "乙项"), item(12, "丙项")
    assert [11] in joined(*items, row(20, "甲项"), row(21, "丁项"), row(22, "戊项"), row(23, "丙项"))
    assert [11] in joined(*items, row(20, "甲项"), row(21, "丁项"))


def test_a_row_without_a_column_of_names_joins_nothing() -> None:
    assert joined(item(10, "创业回引"), row(20, "创业回引", named=False)) == [[10], [20]]
    items = item(10, "甲项"), item(11, "乙项"), item(12, "丙项")
    assert [11] in joined(*items, row(20, "甲项"), row(21, "其他", named=False), row(22, "丙项"))


def test_a_heading_of_nothing_but_marks_joins_nothing() -> None:
    assert joined(item(10, "（一）", "甲"), row(20, "（一）", "乙")) == [[10], [20]]


def test_the_row_stands_for_each_field_that_it_fills_and_prose_fills_blanks() -> None:
    prose = item(10, "清查", lead_units=("财政办",), leaders=("李刚",), due="2021-03-31", responsible_units=("各村",))
    table = row(20, "清查", lead_units=("社事办",), category="资产", due="2021-12-31", basis="column")
    (task,) = join("plan", said(prose, table))
    merged = task.merged
    assert (merged.lead_units, merged.responsible_units) == (("社事办",), ("各村",))
    assert (merged.leaders, merged.due_text, merged.category) == (("李刚",), "2021-12-31", "资产")
    assert merged.basis == "column"


def test_a_deadline_and_its_reading_come_from_one_statement() -> None:
    (task,) = join("plan", said(item(10, "清查", due="2021-03-31"), row(20, "清查")))
    assert [due.on for due in task.merged.dues] == ["2021-03-31"]


def test_copies_of_a_paper_double_nothing() -> None:
    first = said(item(10, "资产清查", "做实清查，摸清家底。"), row(20, "资产清查", "国有资产，做实。"))
    second = said(item(7, "资产清查", "做实清查,摸清家底."), row(12, "资产清查", "国有资产,做实."), copy=1)
    (task,) = join("plan", first + second)
    assert [one.passage for one in task.said] == ["0:20", "1:12", "0:10", "1:7"]


def test_a_copy_may_hold_the_prose_alone() -> None:
    tasks = join("plan", said(row(20, "资产清查", "国有")) + said(item(7, "资产清查", "做实"), copy=1))
    assert [[one.passage for one in task.said] for task in tasks] == [["0:20", "1:7"]]


def test_every_statement_has_a_key_of_its_own_and_a_tasks_id_is_the_key_of_its_standing_passage() -> None:
    statements = said(row(20, "清查", "同"), row(21, "清查", "同"), item(10, "清查", "同"))
    key_of = keys("plan", statements)
    assert len(set(key_of.values())) == 3
    assert {task.id for task in join("plan", statements)} == {key_of["0:20"], key_of["0:21"]}


def test_a_key_depends_on_the_words_and_not_on_where_they_stand() -> None:
    def without_places(*statements: TaskStatement) -> list[str]:
        return list(keys("plan", said(*statements)).values())

    assert without_places(row(20, "清查", "甲"), row(21, "清查", "乙")) == without_places(
        row(50, "清查", "甲"), row(60, "清查", "乙")
    )
