"""The history: who changed what, and when."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.ask.change_words import change_words
from api.ask.history import HistoryRow, history_rows
from api.pages.view import Values, View, Viewing
from graph.stores.protocol import Store

router = APIRouter()

MOST = 200
"""Entries that the page shows at most; the command shows all."""
MOST_CHANGES = 20
"""Changes of an entry that are shown at once; others are folded in."""


@router.get("/history")
def history(
    view: Viewing,
    since: Annotated[str, Query(max_length=40)] = "",
    who: Annotated[str, Query(max_length=100)] = "",
) -> Response:
    """The entries, the latest first."""
    return view.html("history.html", lambda store: _found(view, store, since, who))


def _found(view: View, store: Store, since: str, who: str) -> Values:
    everything = history_rows(store)
    rows = history_rows(store, since=since, who=who) if since or who else everything
    return {
        "entries": [(row, _words(view, row)) for row in rows[:MOST]],
        "number": len(rows),
        "people": sorted({row["who"] for row in everything if row["who"]}),
        "since": since,
        "who": who,
        "most": MOST_CHANGES,
    }


def _words(view: View, row: HistoryRow) -> list[str]:
    return [change_words(view.lang, one) for one in row["changes"]]
