"""Two stated values of one task that differ after reading."""

from graph.identity.identity import unit_name
from graph.identity.scope import scope_of
from graph.papers.conflicts import conflicts_of
from graph.papers.tasks import TaskPassage, join
from graph.statements import Due, TaskStatement
from tests.graph.saying import TOWN, due, item, row


def conflicts(*statements: TaskStatement) -> list[tuple[str, tuple[str, str]]]:
    tasks = join("plan", [TaskPassage(one, str(one.source.line)) for one in statements])
    scope = scope_of(TOWN, "d")
    return [(c.field, c.values) for task in tasks for c in conflicts_of(task, lambda name: unit_name(name, scope))]


def test_two_deadlines_that_differ_conflict_the_standing_one_first() -> None:
    found = conflicts(item(10, "慧眼工程", due="2022-12-31"), row(20, "慧眼工程", due="2021-12-31"))
    assert found == [("due_text", ("2021-12-31", "2022-12-31"))]


def test_deadlines_in_other_words_agree_when_they_end_on_one_day() -> None:
    month = Due("point", "2021年11月", on="2021-11-30", precision="month")
    table = row(20, "宣传", due_text="2021年11月", dues=(month,))
    assert conflicts(item(10, "宣传", due_text="2021年11月底前", dues=(due("2021-11-30"),)), table) == []


def test_going_on_and_a_day_conflict() -> None:
    ongoing = item(10, "制度体系", due_text="长期持续", dues=(Due("ongoing", "长期持续"),))
    assert conflicts(ongoing, row(20, "制度体系", due="2021-12-31")) == [("due_text", ("2021-12-31", "长期持续"))]


def test_silence_is_no_conflict() -> None:
    assert (
        conflicts(item(10, "清查", due="2021-03-31", leaders=("李刚",)), row(20, "清查", lead_units=("财政办",))) == []
    )


def test_units_are_compared_by_what_they_mean_and_in_any_order() -> None:
    prose = item(10, "清查", responsible_units=("镇财政办", "党政办"))
    assert conflicts(prose, row(20, "清查", responsible_units=("党政办", "财政办"))) == []
    assert conflicts(prose, row(20, "清查", responsible_units=("党政办",))) == [
        ("responsible_units", ("党政办", "镇财政办、党政办"))
    ]


def test_a_statement_that_names_no_lead_may_count_it_among_the_responsible() -> None:
    prose = item(10, "清查", responsible_units=("党政办", "财政办"))
    assert conflicts(prose, row(20, "清查", lead_units=("党政办",), responsible_units=("财政办",))) == []


def test_an_item_of_several_rows_is_compared_with_the_rows_together() -> None:
    prose = item(10, "清查", lead_units=("财政办", "社事办"), responsible_units=("各村",))
    first = row(20, "清查", "国有", lead_units=("财政办",), responsible_units=("各村", "社事办"))
    second = row(21, "清查", "集体", lead_units=("社事办",), responsible_units=("各村",))
    assert conflicts(prose, first, second) == []
    assert conflicts(item(10, "清查", lead_units=("司法所",)), first, second) == [
        ("lead_units", ("财政办", "司法所")),
        ("lead_units", ("社事办", "司法所")),
    ]
