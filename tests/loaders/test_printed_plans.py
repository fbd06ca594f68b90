"""Random plans, printed in random wording and layout, come back as they went in."""

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.papers.dues import due_properties
from graph.statements import TaskStatement
from tests.effort import examples
from tests.loaders.outlines import tasks_of
from tests.loaders.plan_grammar import DUES, LAYOUTS, PLAN, Task, Wording, laid_out

Said = tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def went_in(task: Task) -> Said:
    leaders = task.lead_leaders + task.leaders
    dates = DUES.get(task.due, ())
    return task.title, task.lead, task.responsible, task.supporting, leaders, task.lead_leaders, dates


def came_out(task: TaskStatement) -> Said:
    days = due_properties(task)["due_dates"]
    assert isinstance(days, tuple)
    return (
        task.title,
        task.lead_units,
        task.responsible_units,
        task.supporting_units,
        task.leaders,
        task.lead_leaders,
        days,
    )


@settings(max_examples=examples(60), deadline=None, derandomize=True)
@given(PLAN, st.sampled_from(LAYOUTS), st.booleans())
def test_a_printed_plan_comes_back(plan: list[list[tuple[Task, Wording]]], layout: str, restart: bool) -> None:  # noqa: FBT001
    text = laid_out(plan, layout, restart=restart)
    assert [came_out(task) for task in tasks_of(text)] == [went_in(task) for items in plan for task, _ in items], text
