"""Days as the reader of a page sees them, and how a deadline stands to the day that he looks from."""

from dataclasses import dataclass
from datetime import date

from api.local_time import today
from api.settings import Language
from graph.messages.sentences import say
from queries.listing.due import DueState, counting_deadline, due_state
from queries.period import parse
from queries.rows import TaskRow


@dataclass(frozen=True, slots=True)
class Standing:
    """How a task's deadlines stand to a day: words, how much they need the eye, and the deadline that counts."""

    words: str
    tone: DueState
    day: str


def day_of(typed: str) -> str:
    """The day that a reader looks from: the one typed (the last of a month or year), else today.

    Raises UsageError for what is no day.
    """
    return parse(typed.strip(), "as_of").last if typed.strip() else today()


def standing(lang: Language, row: TaskRow, day: str) -> Standing:
    """How the deadlines of a row of tasks stand to a day: the next one counts, behind the last one that."""
    counting, tone = counting_deadline(row["due_dates"], day), due_state(row["due_dates"], day)
    match tone:
        case "none":
            words = say(lang, "due.ongoing") if row["ongoing"] else ""
        case "past":
            words = say(lang, "due.past")
        case "soon":
            left = (date.fromisoformat(counting) - date.fromisoformat(day)).days
            words = say(lang, "due.today") if left == 0 else say(lang, "due.left", days=left)
        case "later":
            words = ""
    return Standing(words, tone, counting)


def month_words(lang: Language, month: str) -> str:
    """2021-12 in words."""
    year, number = month.split("-")
    return say(lang, "due.month", year=year, month=int(number))
