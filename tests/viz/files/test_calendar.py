"""The calendar of deadlines: what phones and mail programs import."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.viz.task_rows import Row, handed, row
from viz.files.calendar import task_calendar


def events(*rows: Row) -> list[dict[str, str]]:
    """The properties of each event as plain words."""
    calendar = Calendar.from_ical(task_calendar(handed(*rows)))
    return [{key: str(value) for key, value in event.items()} for event in calendar.walk("VEVENT")]


def test_a_deadline_is_an_event_of_its_day() -> None:
    event = Calendar.from_ical(task_calendar(handed(row()))).walk("VEVENT")[0]
    assert event.decoded("dtstart") == date(2021, 12, 31)
    assert event.decoded("dtend") == date(2022, 1, 1)
    assert str(event["summary"]) == "到期：开展清产核资"
    assert "责任单位：党政办、司法所" in str(event["description"])
    assert "出处：notice.txt:12" in str(event["description"])


def test_an_event_is_in_one_language() -> None:
    listed = replace(handed(row()), lang="en")
    [event] = Calendar.from_ical(task_calendar(listed)).walk("VEVENT")
    assert str(event["summary"]) == "Due: 开展清产核资"
    assert "responsible units: 党政办、司法所" in str(event["description"])
    assert "deadline: 2021年12月底前" in str(event["description"])


def test_each_milestone_is_an_event_of_its_own() -> None:
    found = events(row(due_dates=("2021-08-31", "2021-12-31")))
    assert [one["SUMMARY"] for one in found] == ["到期：开展清产核资（1/2）", "到期：开展清产核资（2/2）"]
    assert [one["UID"] for one in found] == ["t1-1@plangraph", "t1-2@plangraph"]


def test_an_event_keeps_its_name_when_its_words_change() -> None:
    assert events(row())[0]["UID"] == events(row(title="清产核资", due_dates=("2022-01-31",)))[0]["UID"]


def test_a_task_without_a_deadline_is_no_event() -> None:
    assert events(row(due_dates=())) == []


def test_an_alarm_rings_a_week_before_at_nine() -> None:
    assert b"TRIGGER:-P6DT15H" in task_calendar(handed(row()))


def test_long_chinese_words_are_folded_between_characters() -> None:
    words = "汉字" * 200
    data = task_calendar(handed(row(content=words)))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert all(line.decode() for line in data.split(b"\r\n") if line)
    assert words in events(row(content=words))[0]["DESCRIPTION"]


def test_the_same_rows_give_the_same_bytes() -> None:
    assert task_calendar(handed(row())) == task_calendar(handed(row()))


def test_a_later_list_replaces_the_events_of_an_earlier_one() -> None:
    one, other = (
        Calendar.from_ical(task_calendar(handed(row(), day=day))).walk("VEVENT")[0]
        for day in ("2021-06-01", "2021-06-02")
    )
    assert one["UID"] == other["UID"]
    assert int(str(one["SEQUENCE"])) < int(str(other["SEQUENCE"]))
    assert one.decoded("dtstamp").date() == date(2021, 6, 1)


def test_a_calendar_says_what_was_chosen_and_the_day() -> None:
    calendar = Calendar.from_ical(task_calendar(handed(row())))
    assert str(calendar["X-WR-CALDESC"]) == "冉泰休 · 1 项　截至2021年6月1日"


def test_a_deadline_that_recurs_is_one_event_with_a_rule() -> None:
    task = row(due_kind="recurring", due_text="每月28日前", due="", due_dates=())
    [event] = Calendar.from_ical(task_calendar(handed(task))).walk("VEVENT")
    assert event["RRULE"].to_ical() == b"FREQ=MONTHLY;BYMONTHDAY=28"
    assert event.decoded("dtstart") == date(2021, 4, 28)
    assert str(event["UID"]) == "t1-r1@plangraph"


def test_a_rule_ends_with_the_last_deadline_where_one_is_stated() -> None:
    task = row(
        due_kind="point+recurring", due_text="每月底前，12月底前完成", due="2021-12-31", due_dates=("2021-12-31",)
    )
    once, always = Calendar.from_ical(task_calendar(handed(task))).walk("VEVENT")
    assert "RRULE" not in once
    assert always["RRULE"].to_ical() == b"FREQ=MONTHLY;UNTIL=20211231;BYMONTHDAY=-1"


@pytest.mark.parametrize("words", ["一；二，三", "a;b,c\\n", "行\n行", "BEGIN:VEVENT\r\nX:Y", '"引号"'])
def test_signs_of_the_format_are_escaped(words: str) -> None:
    found = events(row(title=words))
    assert len(found) == 1
    assert found[0]["SUMMARY"].removeprefix("到期：") == words.replace("\r\n", "\n")


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=80))
def test_any_words_make_a_calendar_that_can_be_read(words: str) -> None:
    assert len(events(row(title=words, content=words))) == 1
