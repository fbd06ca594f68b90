"""Whether a period of a place existed on a day: it did, it did not, or the papers do not tell, and why."""

from collections.abc import Mapping
from typing import Literal

from graph.facts import Value
from queries.words import Lang, say

State = Literal["existed", "did not exist", "unknown"]


def existed(period: Mapping[str, Value], day: str, lang: Lang) -> tuple[State, str]:
    """The answer for a row of places/list and an ISO day, with the reason in a sentence.

    A change counts for the whole of its day: what ends on it did not exist on it, what begins on it did. A period that
    nothing began or ended reaches as far as the other end lets it.
    """
    begun = _happened(period, "began_by", "since", day)
    ended = _happened(period, "ended_by", "until", day)
    if ended == "yes" or begun == "no":
        key = "ended" if ended == "yes" else "not_begun"
        return "did not exist", _why(period, "until" if key == "ended" else "since", key, lang)
    if begun == "open" or ended == "open":
        side = "since" if begun == "open" else "until"
        return "unknown", _why(period, side, f"{side}_open", lang)
    return "existed", _why(period, "since" if period["began_by"] else "until", _stretch(period), lang)


def _happened(period: Mapping[str, Value], change: str, side: str, day: str) -> Literal["yes", "no", "open"]:
    """Whether the change at one side of a period had taken place by a day."""
    if not period[change]:
        return "yes" if side == "since" else "no"
    earliest, latest = str(period[f"{side}_earliest"]), str(period[f"{side}_latest"])
    if period[f"{side}_status"] == "proposed":
        return "no" if earliest and earliest > day else "open"
    if latest and latest <= day:
        return "yes"
    return "no" if earliest and earliest > day else "open"


def _stretch(period: Mapping[str, Value]) -> str:
    """Which ends of the period are stated."""
    return {(True, True): "between", (True, False): "begun", (False, True): "not_ended", (False, False): "always"}[
        bool(period["began_by"]), bool(period["ended_by"])
    ]


def _why(period: Mapping[str, Value], side: str, key: str, lang: Lang) -> str:
    since, until = (edtf_words(str(period[end]), lang) for end in ("since", "until"))
    return say(lang, "existence", key, when=since if side == "since" else until, since=since, until=until)


def edtf_words(date: str, lang: Lang) -> str:
    """A date of places/list in words: ../2021-08-19 is by 2021-08-19, XXXX some day; others as they are."""
    if date.startswith("../"):
        return say(lang, "existence", "by", day=date.removeprefix("../"))
    return say(lang, "existence", "some_day") if date == "XXXX" else date
