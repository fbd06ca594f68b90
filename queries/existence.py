"""Whether a period of a place existed on a day: it did, it did not, or the papers do not tell, and why."""

from dataclasses import dataclass
from typing import Literal

from graph.messages.message import Message, message
from graph.messages.sentences import say, worded
from graph.messages.tables import Lang
from queries.rows import PlaceRow

Existence = Literal["existed", "did not exist", "unknown"]

_STATED = {
    (True, True): "existence.between",
    (True, False): "existence.begun",
    (False, True): "existence.not_ended",
    (False, False): "existence.always",
}
"""Why a period existed, by which ends of it are stated."""


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a period: what is stated of it ("" where nothing is), and the days that it lies between."""

    stated: str
    status: str
    earliest: str
    latest: str

    def happened(self, day: str, *, unstated: Literal["yes", "no"]) -> Literal["yes", "no", "open"]:
        """Whether the change had taken place by a day."""
        if not self.stated:
            return unstated
        if self.status == "proposed":
            return "no" if self.earliest and self.earliest > day else "open"
        if self.latest and self.latest <= day:
            return "yes"
        return "no" if self.earliest and self.earliest > day else "open"


def existed(period: PlaceRow, day: str) -> tuple[Existence, str]:
    """The answer for a row of places/list and an ISO day, with the code of the reason (existence.…), whose sentence
    holds the row's `since` and `until`.

    A change counts for the whole of its day: what ends on it did not exist on it, what begins on it did. A period that
    nothing began or ended reaches as far as the other end lets it.
    """
    since = _End(period["since"], period["since_status"], period["since_earliest"], period["since_latest"])
    until = _End(period["until"], period["until_status"], period["until_earliest"], period["until_latest"])
    begun, ended = since.happened(day, unstated="yes"), until.happened(day, unstated="no")
    if ended == "yes":
        return "did not exist", "existence.ended"
    if begun == "no":
        return "did not exist", "existence.not_begun"
    if begun == "open" or ended == "open":
        return "unknown", "existence.since_open" if begun == "open" else "existence.until_open"
    return "existed", _STATED[bool(period["since"]), bool(period["until"])]


def why(lang: Lang, code: str, since: str, until: str) -> str:
    """The sentence of a reason of `existed`, with both ends of the period as places/list has them."""
    return say(lang, code, since=_date(since), until=_date(until))


def edtf_words(date: str, lang: Lang) -> str:
    """A date of places/list in words: ../2021-08-19 is by 2021-08-19, XXXX some day; others as they are."""
    shown = _date(date)
    return worded(lang, shown) if isinstance(shown, Message) else shown


def _date(date: str) -> Message | str:
    if date.startswith("../"):
        return message("existence.by", day=date.removeprefix("../"))
    return message("existence.some_day") if date == "XXXX" else date
