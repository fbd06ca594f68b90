"""The calendar of deadlines: what phones and mail programs import."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.viz.task_rows import Row, row
from viz.files.calendar import task_calendar


def events(*rows: Row) -> list[dict[str, str]]:
    """The properties of each event as plain words."""
    calendar = Calendar.from_ical(task_calendar("清单", rows))
    return [{key: str(value) for key, value in event.items()} for event in calendar.walk("VEVENT")]


def test_a_deadline_is_an_event_of_its_day() -> None:
    event = Calendar.from_ical(task_calendar("清单", [row()])).walk("VEVENT")[0]
    assert event.decoded("dtstart") == date(2021, 12, 31)
    assert event.decoded("dtend") == date(2022, 1, 1)
    assert str(event["summary"]) == "到期：开展清产核资"
    assert "责任单位：党政办、司法所" in str(event["description"])
    assert "出处：notice.txt:12" in str(event["description"])


def test_each_milestone_is_an_event_of_its_own() -> None:
    found = events(row(due_dates=("2021-08-31", "2021-12-31")))
    assert [one["SUMMARY"] for one in found] == ["到期：开展清产核资（1/2）", "到期：开展清产核资（2/2）"]
    assert [one["UID"] for one in found] == ["t1-1@plangraph", "t1-2@plangraph"]


def test_an_event_keeps_its_name_when_its_words_change() -> None:
    assert events(row())[0]["UID"] == events(row(title="清产核资", due_dates=("2022-01-31",)))[0]["UID"]


def test_a_task_without_a_deadline_is_no_event() -> None:
    assert events(row(due_dates=())) == []


def test_an_alarm_rings_a_week_before_at_nine() -> None:
    assert b"TRIGGER:-P6DT15H" in task_calendar("清单", [row()])


def test_long_chinese_words_are_folded_between_characters() -> None:
    words = "汉字" * 200
    data = task_calendar("清单", [row(content=words)])
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert all(line.decode() for line in data.split(b"\r\n") if line)
    assert words in events(row(content=words))[0]["DESCRIPTION"]


def test_the_same_rows_give_the_same_bytes() -> None:
    assert task_calendar("清单", [row()]) == task_calendar("清单", [row()])


@pytest.mark.parametrize("words", ["一；二，三", "a;b,c\\n", "行\n行", "BEGIN:VEVENT\r\nX:Y", '"引号"'])
def test_signs_of_the_format_are_escaped(words: str) -> None:
    found = events(row(title=words))
    assert len(found) == 1
    assert found[0]["SUMMARY"].removeprefix("到期：") == words.replace("\r\n", "\n")


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=80))
def test_any_words_make_a_calendar_that_can_be_read(words: str) -> None:
    assert len(events(row(title=words, content=words))) == 1
