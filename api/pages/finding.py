"""One search for everything: names and their pinyin, plans, papers, and the words of tasks."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.pages.task_rows import task_table
from api.pages.view import ElsewhereError, Values, View, Viewing
from graph.store import Store
from queries.ask import Row, ask

router = APIRouter()

MOST = 100
"""Rows of a kind that are shown at most."""


@router.get("/search")
def search(view: Viewing, q: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Everything that a word leads to."""
    return view.html("search.html", lambda store: _found(view, store, q.strip()))


def _found(view: View, store: Store, words: str) -> Values:
    bare = "".join(words.split())
    names = ask(store, "search/names", text=bare, limit=MOST) if bare else []
    exact = [row for row in names if row["name"] == bare]
    if len(exact) == 1 and sum(bare in str(row["name"]) for row in names) == 1:
        raise ElsewhereError(view.links.thing(str(exact[0]["kind"]), exact[0]["id"]))
    names.sort(key=lambda row: (row["name"] != bare, not str(row["name"]).startswith(bare)))
    tasks = _holding(view, store, "tasks", bare, ("title", "content")) if bare else []
    return {
        "q": words,
        "names": names,
        "plans": _holding(view, store, "plans", bare, ("title",)) if bare else [],
        "papers": _holding(view, store, "documents", bare, ("title", "number", "issuer")) if bare else [],
        "tasks": len(tasks),
        "table": task_table(view, store, tasks[:MOST]),
    }


def _holding(view: View, store: Store, name: str, words: str, columns: tuple[str, ...]) -> list[Row]:
    """The rows of a list in which one of the columns holds the words, white space aside."""
    rows = view.asker(store).listed(name)
    return [row for row in rows if any(words in "".join(str(row[column]).split()) for column in columns)]
