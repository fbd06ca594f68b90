"""What the history says of a change, in a sentence of the reader's language."""

from collections.abc import Mapping

from api.ask.history import HistoryChange
from graph.messages.sentences import say
from graph.messages.tables import Lang, row


def change_words(lang: Lang, change: HistoryChange) -> str:
    """The words of one change: 装入 a.docx, 不是同一个：财政办、财政所（蓬莱镇）."""
    key = f"did.{change['what']} {change['change']}"
    if not row(key):
        return say(lang, "did.other", change=change["change"], what=change["what"], name=change["name"])
    told = change["told"]
    return say(
        lang,
        key,
        name=change["name"],
        verdict=say(lang, f"verdict_of.{told['verdict']}") if "verdict" in told else "",
        names=change["name"],
        place=_place(lang, told),
    ) + (say(lang, "did.because", why=told["why"]) if told.get("why") else "")


def _place(lang: Lang, told: Mapping[str, object]) -> str:
    return say(lang, "did.place", place=told["place"]) if told.get("place") else ""
