"""Tasks on a line of time, and months as columns."""

from api.pages.days import standing
from api.pages.tasks.rows import TaskLine
from api.pages.tasks.timeline import LEFT, MOST, WIDTH, Timeline, timeline
from graph.facts import Value
from tests.viz.task_rows import row

DAY = "2021-06-01"


def drawn(*values: dict[str, Value]) -> Timeline | None:
    rows = [row(**{"task_id": str(number), **one}) for number, one in enumerate(values)]
    return timeline([TaskLine(one, standing("zh", one, DAY), ()) for one in rows], DAY)


def test_a_task_reaches_from_its_issue_to_its_last_deadline() -> None:
    picture = drawn({"due_dates": ("2021-08-31", "2021-12-31")})
    assert picture is not None
    bar = picture.bars[0]
    assert LEFT <= bar.start < bar.marks[0] < bar.marks[1] == bar.end <= LEFT + WIDTH
    assert picture.now is not None
    assert bar.start < picture.now < bar.marks[0]


def test_a_deadline_before_the_issue_begins_the_bar_itself() -> None:
    picture = drawn({"due_dates": ("2021-03-31",)})
    assert picture is not None
    assert picture.bars[0].start == picture.bars[0].end


def test_tasks_without_a_date_are_not_drawn() -> None:
    assert drawn({"due_dates": ()}) is None
    assert drawn() is None


def test_a_long_list_is_drawn_in_part_and_says_so() -> None:
    picture = drawn(*({} for _ in range(MOST + 3)))
    assert picture is not None
    assert (len(picture.bars), picture.more) == (MOST, 3)


def test_years_are_marked_where_time_is_long_and_months_where_it_is_short() -> None:
    short, long = drawn({}), drawn({"due_dates": ("2035-12-31",)})
    assert short is not None
    assert long is not None
    assert [tick.words for tick in short.ticks][:3] == ["2021", "5", "6"]
    assert [tick.words for tick in long.ticks] == [str(year) for year in range(2022, 2036)]
