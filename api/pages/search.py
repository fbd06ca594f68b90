"""One search for everything: a question in words, names and their pinyin, plans, papers, words of tasks, file names."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.answers.answering import QuestionAnswer, answer
from api.pages.tasks.rows import task_table
from api.pages.view import ElsewhereError, Values, View, Viewing
from graph.stores.protocol import Store
from queries.ask import ask
from queries.chosen import Choice, chosen, rows_of
from queries.rows import TaskRow

router = APIRouter()

MOST = 100
FEW = 40
"""Tasks or names, and plans or papers, that are shown at most."""


@router.get("/search")
def search(view: Viewing, q: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Everything that a word leads to."""
    return view.html("search.html", lambda store: _found(view, store, q.strip()))


def file_name(path: str) -> str:
    """The name of a file, without the folders above it; that of a file in an archive with the archive's."""
    return path.replace("\\", "/").rpartition("/")[2] or path


def _found(view: View, store: Store, words: str) -> Values:
    bare = "".join(words.split())
    told = answer(view.asker(store), words, date.fromisoformat(view.day)) if bare else None
    names = ask(store, "search/names", text=bare, limit=MOST) if bare else []
    exact = [row for row in names if row["name"] == bare]
    if (told is None or told.refused) and len(exact) == 1 and sum(bare in row["name"] for row in names) == 1:
        raise ElsewhereError(view.links.thing(exact[0]["kind"], exact[0]["id"]))
    names.sort(key=lambda row: (row["name"] != bare, not row["name"].startswith(bare)))
    within = view.asker(store).inside
    found = chosen(store, Choice(holding=bare, within=within)) if bare else ()
    plans = ask(store, "plans/titles", named=bare, within=within) if bare else []
    first = tuple(row["plan_id"] for row in plans[:FEW])
    answered = told if told and not told.refused else None
    return {
        "q": words,
        "answer": answered,
        "unread": told.reading.not_understood if told and not answered else (),
        "answer_tasks": task_table(view, store, _tasks(store, answered)) if answered else None,
        "names": names,
        "plans": len(plans),
        "first_plans": ask(store, "plans/list", named=first) if first else [],
        "papers": ask(store, "documents/list", named=bare, within=within) if bare else [],
        "files": [one for one in ask(store, "search/files", text=words) if words in file_name(one["path"])]
        if words
        else [],
        "tasks": len(found),
        "table": task_table(view, store, rows_of(store, found[:MOST])),
    }


def _tasks(store: Store, answered: QuestionAnswer) -> list[TaskRow]:
    """The first tasks that answer a question, none where it asks for something else."""
    ids = [str(row["task_id"]) for row in answered.rows[:MOST]] if answered.layout == "tasks" else []
    return rows_of(store, ids)
