"""Deadlines as an iCalendar file: an event on the day of each deadline or milestone, with an alarm a week before.

Events and not to-dos, because the calendars of phones and of Outlook show events alone. An event's UID follows from its
task, so that importing again changes the events that are there instead of adding others. The same rows give the same
bytes.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from icalendar import Alarm, Calendar, Event

from queries.rows import TaskRow

NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
ALARM = timedelta(days=-7, hours=9)
"""From midnight of the day: at nine in the morning, a week before."""

OWNERS: tuple[tuple[Literal["lead_units", "responsible_units", "supporting_units", "leaders"], str], ...] = (
    ("lead_units", "牵头单位"),
    ("responsible_units", "责任单位"),
    ("supporting_units", "配合单位"),
    ("leaders", "责任领导"),
)


def task_calendar(title: str, rows: Iterable[TaskRow]) -> bytes:
    """The calendar of these rows of tasks, UTF-8; tasks without a deadline are no events."""
    calendar = Calendar()
    calendar.add("prodid", "-//plangraph//plangraph//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    for row in rows:
        for event in _events(row):
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(row: TaskRow) -> Iterator[Event]:
    days = row["due_dates"]
    for number, day in enumerate(days, start=1):
        yield _event(row, date.fromisoformat(day), number, len(days))


def _event(row: TaskRow, day: date, number: int, count: int) -> Event:
    """The event of one deadline, the `number`-th of `count` of its task."""
    title = row["title"] or row["content"]
    summary = title if count == 1 else f"{title}（{number}/{count}）"
    event = Event()
    event.add("uid", f"{row['task_id']}-{number}@plangraph")
    event.add("dtstamp", _stamp(row["issued_on"]))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"到期：{summary}")
    event.add("description", _description(row))
    event.add("categories", [row["plan_title"] or row["document"]])
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"一周后到期：{summary}")
    alarm.add("trigger", ALARM)
    event.add_component(alarm)
    return event


def _description(row: TaskRow) -> str:
    """What a person must know: the words of the task, its owners, the deadline as written, and where it stands."""
    lines = [row["content"]]
    lines += [f"{words}：{'、'.join(row[key])}" for key, words in OWNERS if row[key]]
    lines += [f"完成时限：{row['due_text']}", f"出处：{'、'.join(row['sources'])}"]
    return "\n".join(filter(None, lines))


def _stamp(issued_on: str) -> datetime:
    """The day of issue, so that the same papers give the same file."""
    return datetime.fromisoformat(issued_on).replace(tzinfo=UTC) if issued_on else NO_DATE
