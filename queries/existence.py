"""Whether a period of a place existed on a day: it did, it did not, or the papers do not tell, and why."""

from dataclasses import dataclass
from typing import Literal

from queries.rows import PlaceRow
from queries.words import Lang, say

State = Literal["existed", "did not exist", "unknown"]


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a period: the change at it ("" where none is stated), and the days that it lies between."""

    change: str
    status: str
    earliest: str
    latest: str

    def happened(self, day: str, *, unstated: Literal["yes", "no"]) -> Literal["yes", "no", "open"]:
        """Whether the change had taken place by a day."""
        if not self.change:
            return unstated
        if self.status == "proposed":
            return "no" if self.earliest and self.earliest > day else "open"
        if self.latest and self.latest <= day:
            return "yes"
        return "no" if self.earliest and self.earliest > day else "open"


def existed(period: PlaceRow, day: str, lang: Lang) -> tuple[State, str]:
    """The answer for a row of places/list and an ISO day, with the reason in a sentence.

    A change counts for the whole of its day: what ends on it did not exist on it, what begins on it did. A period that
    nothing began or ended reaches as far as the other end lets it.
    """
    since = _End(period["began_by"], period["since_status"], period["since_earliest"], period["since_latest"])
    until = _End(period["ended_by"], period["until_status"], period["until_earliest"], period["until_latest"])
    begun, ended = since.happened(day, unstated="yes"), until.happened(day, unstated="no")
    if ended == "yes" or begun == "no":
        key = "ended" if ended == "yes" else "not_begun"
        return "did not exist", _why(period, "until" if key == "ended" else "since", key, lang)
    if begun == "open" or ended == "open":
        side = "since" if begun == "open" else "until"
        return "unknown", _why(period, side, f"{side}_open", lang)
    return "existed", _why(period, "since" if period["began_by"] else "until", _stretch(period), lang)


def _stretch(period: PlaceRow) -> str:
    """Which ends of the period are stated."""
    return {(True, True): "between", (True, False): "begun", (False, True): "not_ended", (False, False): "always"}[
        bool(period["began_by"]), bool(period["ended_by"])
    ]


def _why(period: PlaceRow, side: str, key: str, lang: Lang) -> str:
    since, until = (edtf_words(end, lang) for end in (period["since"], period["until"]))
    return say(lang, "existence", key, when=since if side == "since" else until, since=since, until=until)


def edtf_words(date: str, lang: Lang) -> str:
    """A date of places/list in words: ../2021-08-19 is by 2021-08-19, XXXX some day; others as they are."""
    if date.startswith("../"):
        return say(lang, "existence", "by", day=date.removeprefix("../"))
    return say(lang, "existence", "some_day") if date == "XXXX" else date
