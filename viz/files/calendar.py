"""Deadlines as an iCalendar file: an event on the day of each deadline or milestone, with an alarm a week before; a
deadline that recurs is one event with a rule.

Events and not to-dos, because the calendars of phones and of Outlook show events alone. An event's UID follows from its
task, and its SEQUENCE grows with the day of the list, so that importing again changes the events that are there instead
of adding others. The same list gives the same bytes.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Literal, get_args

from icalendar import Alarm, Calendar, Event

from graph.messages.message import message
from graph.messages.sentences import say
from graph.words.recurrence import RecurrenceRule
from graph.words.recurrence_phrases import recurrences
from queries.listing.paper_names import plan_of_task
from queries.rows import TaskRow
from viz.files.handed_list import HandedList

COUNTED_FROM = date(2000, 1, 1)
"""From this day SEQUENCE counts days: a list of a later day replaces an earlier one."""
ALARM = timedelta(days=-7, hours=9)
"""From midnight of the day: at nine in the morning, a week before."""

Owners = Literal["lead_units", "responsible_units", "supporting_units", "leaders"]
OWNERS: tuple[Owners, ...] = get_args(Owners)


def task_calendar(handed: HandedList) -> bytes:
    """The calendar of a list, UTF-8; tasks without a day are no events."""
    calendar = Calendar()
    calendar.add("prodid", f"-//plangraph//plangraph//{handed.lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", handed.title)
    calendar.add("x-wr-caldesc", f"{handed.sentence}　{handed.until}")
    for row in handed.rows:
        for event in _events(handed, row):
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(handed: HandedList, row: TaskRow) -> Iterator[Event]:
    days = row["due_dates"]
    title = row["title"] or row["content"]
    for number, day in enumerate(days, start=1):
        summary = title if len(days) == 1 else f"{title}（{number}/{len(days)}）"
        yield _event(handed, row, f"{row['task_id']}-{number}", date.fromisoformat(day), summary)
    if "recurring" in row["due_kind"].split("+"):
        rules = [one for one in recurrences(row["due_text"]) if one.stated]
        for number, one in enumerate(rules, start=1):
            name = f"{row['task_id']}-r{number}"
            first = one.first_from(date.fromisoformat(row["start"] or row["issued_on"] or handed.day))
            if first is None:
                continue
            event = _event(handed, row, name, first, f"{title}（{row['due_text']}）")
            event.add("rrule", _until(one, row))
            yield event


def _until(one: RecurrenceRule, row: TaskRow) -> dict[str, object]:
    """The rule, to the last deadline of the task where one is stated, else to the end of the rule's year."""
    end = date.fromisoformat(row["due"]) if row["due"] else date(one.year, 12, 31) if one.year else None
    return {**one.rule(), **({"until": end} if end else {})}


def _event(handed: HandedList, row: TaskRow, name: str, day: date, summary: str) -> Event:
    """The event of a deadline, by a name of its own."""
    told = date.fromisoformat(handed.day)
    event = Event()
    event.add("uid", f"{name}@plangraph")
    event.add("dtstamp", datetime(told.year, told.month, told.day, tzinfo=UTC))
    event.add("sequence", max(0, (told - COUNTED_FROM).days))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", say(handed.lang, "taken.due", title=summary))
    event.add("description", _description(handed, row))
    event.add("categories", [plan_of_task(row)])
    event.add("transp", "TRANSPARENT")
    if handed.address:
        event.add("url", handed.address + row["task_id"])
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", say(handed.lang, "taken.due_soon", title=summary))
    alarm.add("trigger", ALARM)
    event.add_component(alarm)
    return event


def _description(handed: HandedList, row: TaskRow) -> str:
    """What a person must know: the words of the task, its owners, the deadline as written, and where it stands."""

    def told(key: str, value: str) -> str:
        return say(handed.lang, "taken.is", name=message(key), value=value)

    lines = [row["content"]]
    lines += [told(f"field.{key}", "、".join(row[key])) for key in OWNERS if row[key]]
    lines += [told("field.due_text", row["due_text"]), told("handed.sources", "；".join(handed.sources(row)))]
    return "\n".join(filter(None, lines))
