"""Corrections of a file that somebody may have written by hand: nothing in them is believed that can be found out here.

The days of a deadline are read again from its words, and the moment at which a correction was made is brought to UTC,
as moments are compared where two say something of one thing.
"""

from dataclasses import replace
from datetime import UTC, datetime

from graph.corrections.corrections import Correction
from graph.errors import UsageError
from graph.statements import Due
from loaders.deadlines.reading import read_deadlines


def from_elsewhere(one: Correction) -> Correction:
    """A correction as this program would have made it. Raises UsageError for a deadline whose words give no day, and
    for a moment that is none or is still to come.
    """
    return replace(one, dues=_dues(one), made_on=_moment(one.made_on))


def _dues(one: Correction) -> tuple[Due, ...]:
    """The days of the words; where these name no year, in the one that the file tells."""
    words = "".join(one.value) if one.field == "due_text" else "".join(dict(one.parts).get("due_text", ()))
    if not words:
        return ()
    told = next((day for due in one.dues for day in (due.on, due.start) if day), "")
    dues = read_deadlines(words, int(told[:4]) if told else None)
    if not dues or any(due.kind in {"unreadable", "masked"} for due in dues):
        raise UsageError("correction.no_deadline", words=words)
    return dues


def _moment(typed: str) -> str:
    if not typed:
        return ""
    try:
        told = datetime.fromisoformat(typed)
        moment = (told if told.tzinfo else told.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageError("correction.moment", typed=typed) from None
    if moment > datetime.now(UTC):
        raise UsageError("correction.later", typed=typed)
    return moment.isoformat(timespec="seconds")
