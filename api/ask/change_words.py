"""What the history says of a change, in a sentence of the reader's language."""

from collections.abc import Mapping

from api.ask.history import HistoryChange
from api.words.words import value
from graph.messages.sentences import say
from graph.messages.tables import Lang, row

MOST = 60
"""Characters of the words of a correction that are told."""


def change_words(lang: Lang, change: HistoryChange) -> str:
    """The words of one change: 装入 a.docx, 不是同一个：财政办、财政所（蓬莱镇）."""
    key = f"did.{change['what']} {change['change']}"
    if not row(key):
        return say(lang, "did.other", change=change["change"], what=change["what"], name=change["name"])
    told = change["told"]
    return say(
        lang,
        key,
        name=_called(change),
        field=_field(lang, told),
        verdict=say(lang, f"verdict_of.{told['verdict']}") if "verdict" in told else "",
        names=change["name"],
        place=_place(lang, told),
    ) + (say(lang, "did.because", why=told["why"]) if told.get("why") else "")


def _called(change: HistoryChange) -> str:
    """The name of what changed; the words that a correction hangs on in one line, their beginning alone."""
    if change["what"] != "Correction":
        return change["name"]
    words = " ".join(change["name"].split())
    return words if len(words) <= MOST else f"{words[:MOST]}…"


def _field(lang: Lang, told: Mapping[str, object]) -> str:
    """What a correction puts right: a field, or what the passage is."""
    what, field = str(told.get("what", "")), str(told.get("field", ""))
    if not field:
        return value(lang, "what", what)
    return value(lang, "field", "heading" if (what, field) == ("paper", "title") else field)


def _place(lang: Lang, told: Mapping[str, object]) -> str:
    return say(lang, "did.place", place=told["place"]) if told.get("place") else ""
