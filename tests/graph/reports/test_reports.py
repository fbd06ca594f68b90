"""Reports: what is one, how it is named and stored, how tasks stand by them, and how they move with their tasks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UsageError
from graph.reports.by_task import ReportsByTask
from graph.reports.nodes import report_nodes, report_of
from graph.reports.reports import STATES, Report, TaskTerms, report
from graph.reports.standing import STANDINGS, Deadlines, standing_on

TERMS = TaskTerms("t1", "疏通沟渠", "工作方案", "2021年6月底前", "2021-06-30")
TODAY = "2021-06-20"


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"state": "done"}, "report.state"),
        ({"day": "20210605"}, "report.day"),
        ({"day": "2021-02-30"}, "report.day"),
        ({"day": "2021-06-21"}, "report.later"),
        ({"who": "王" * 101}, "report.too_long"),
        ({"note": "通" * 4001}, "report.too_long"),
    ],
)
def test_what_is_no_report_is_refused(said: dict[str, str], key: str) -> None:
    with pytest.raises(UsageError) as refused:
        report(TERMS, said.pop("state", "under way"), today=TODAY, **said)
    assert refused.value.key == key


def test_a_report_keeps_its_lines_and_drops_what_nobody_sees() -> None:
    made = report(TERMS, "under way", today=TODAY, note="  已清\u200b淤\r\n二百米\x00 ")
    assert made.note == "已清淤\n二百米"


def test_the_name_of_a_report_hangs_on_what_is_said_and_not_on_when() -> None:
    made = report(TERMS, "under way", today=TODAY, who="王芳")
    later = Report(TERMS, "under way", who="王芳", recorded_on="2021-06-20T08:00:00.000000+00:00")
    moved = Report(TaskTerms("t1", "疏通沟渠", "工作方案", "2021年9月底前", "2021-09-30"), "under way", who="王芳")
    assert made.id == later.id == moved.id
    assert len({made.id, Report(TERMS, "under way").id, Report(TERMS, "under way", who="王芳", turn=1).id}) == 3


texts = st.text(max_size=30)


@given(st.sampled_from(STATES), texts, texts, texts, st.integers(0, 5))
def test_a_report_is_read_back_from_its_node(state: str, who: str, note: str, proof: str, turn: int) -> None:
    known = next(one for one in STATES if one == state)
    made = Report(TERMS, known, "2021-06-01", who, note, proof, turn, "2021-06-20T08:00:00.000000+00:00")
    (node,) = report_nodes([made])
    assert report_of(node.properties) == made
    assert node.id == made.id


def test_a_node_with_a_state_that_is_none_is_told() -> None:
    (node,) = report_nodes([Report(TERMS, "under way")])
    with pytest.raises(ValueError, match="done"):
        report_of({**node.properties, "state": "done"})


UNDER_WAY, DONE = Report(TERMS, "under way"), Report(TERMS, "reported done")


@pytest.mark.parametrize(
    ("day", "due", "last", "expected"),
    [
        ("2021-06-20", ("2021-06-30",), None, "not due"),
        ("2021-06-23", ("2021-06-30",), None, "due soon"),
        ("2021-06-30", ("2021-06-30",), UNDER_WAY, "due soon"),
        ("2021-07-01", ("2021-06-30",), None, "due unreported"),
        ("2021-07-01", ("2021-06-30",), UNDER_WAY, "due still open"),
        ("2021-07-01", ("2021-06-30",), DONE, "reported done"),
        ("2021-07-01", (), None, "no deadline"),
        ("2021-07-01", (), DONE, "reported done"),
        ("2021-07-01", ("2021-06-30", "2021-07-05"), None, "due soon"),
        ("2021-07-01", ("2021-09-30", "2021-06-30"), None, "not due"),
    ],
)
def test_how_a_task_stands_follows_from_its_deadlines_and_the_last_report(
    day: str, due: tuple[str, ...], last: Report | None, expected: str
) -> None:
    assert standing_on(day, Deadlines(due), last) == expected
    assert expected in STANDINGS


DONE_IN_MAY = Report(TERMS, "reported done", day="2021-05-27")


@pytest.mark.parametrize(
    ("day", "due", "words", "last", "standing", "ahead"),
    [
        ("2021-06-20", (), "每月25日前", None, "recurring", "2021-06-25"),
        ("2021-06-26", (), "每月25日前", UNDER_WAY, "recurring", "2021-07-25"),
        ("2021-06-24", (), "每月25日前", DONE_IN_MAY, "reported done", "2021-06-25"),
        ("2021-06-26", (), "每月25日前", DONE_IN_MAY, "recurring", "2021-07-25"),
        ("2021-06-26", (), "每月第一个工作日", None, "recurring", ""),
        ("2021-06-26", (), "每月第一个工作日", DONE_IN_MAY, "reported done", ""),
        ("2021-06-20", ("2021-12-31",), "2021年12月底前，每月25日前报送", None, "due soon", "2021-06-25"),
        ("2021-06-26", ("2021-12-31",), "2021年12月底前，每季度末报送", None, "due soon", "2021-06-30"),
        ("2021-12-30", ("2021-12-25",), "2021年12月25日前，每月底报送", None, "due unreported", "2021-12-25"),
        ("2022-06-20", (), "2021年每月25日前", None, "recurring", ""),
    ],
)
def test_a_deadline_that_comes_again_stands_apart_and_ends_with_the_last_day(
    day: str, due: tuple[str, ...], words: str, last: Report | None, standing: str, ahead: str
) -> None:
    deadlines = Deadlines.of(due, "point+recurring" if due else "recurring", words)
    assert (standing_on(day, deadlines, last), deadlines.next(day)) == (standing, ahead)


def test_words_without_a_deadline_that_comes_again_are_not_read_as_one() -> None:
    assert Deadlines.of((), "ongoing", "持续推进，每月25日前会商").next("2021-06-20") == ""


def _of(task: str, at: int) -> Report:
    return Report(TaskTerms(task), "under way", recorded_on=f"2021-06-20T08:00:0{at}.000000+00:00")


def test_reports_move_with_the_task_and_the_last_recorded_counts() -> None:
    old, middle, new, other = _of("t1", 1), _of("t2", 2), _of("t3", 3), _of("u1", 4)
    held = ReportsByTask([middle, other, new, old], [("t2", "t1"), ("t3", "t2")])
    assert held.of("t3") == (new, middle, old)
    assert held.of("t1") == (old,), "what is reported later is of what follows"
    assert held.of("u1") == (other,)
    assert held.of("none") == ()
    assert held.heirs("t1") == ("t3",)
    assert held.heirs("t3") == ()


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12))
def test_tasks_that_revise_one_another_in_a_ring_end_nobody(pairs: list[tuple[int, int]]) -> None:
    revisions = [(f"t{one}", f"t{other}") for one, other in pairs]
    held = ReportsByTask([_of("t0", 0), _of("t1", 1)], revisions)
    for task in range(7):
        assert len(held.of(f"t{task}")) <= 2
        assert f"t{task}" not in held.heirs(f"t{task}")
