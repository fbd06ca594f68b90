"""One search for everything: a question in words, names and their pinyin, plans, papers, words of tasks, file names."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from api.answers.answering import QuestionAnswer, answer
from api.answers.columns import COLUMNS
from api.pages.tasks.rows import task_table
from api.pages.view import ElsewhereError, Values, View, Viewing
from graph.stores.protocol import Store
from graph.words.fold import compact
from queries.ask import ask
from queries.chosen import Choice, chosen, rows_of
from queries.existence import edtf_words
from queries.listing.paper_names import file_name
from queries.rows import SearchPassagesRow, TaskRow

router = APIRouter()

MOST = 100
FEW = 40
"""Tasks or names, and plans, papers or passages, that are shown at most."""
DATED = frozenset({"since", "until", "stated_on"})
"""Columns of an answer that hold dates."""
AROUND = 24
"""Characters that are shown before and behind words that were found in a passage."""


@router.get("/search")
def search(
    view: Viewing,
    q: Annotated[str, Query(max_length=200)] = "",
    part: Annotated[str, Query(max_length=200)] = "",
    new: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Everything that a word leads to; of a question, other words (`new`) or none in the place of a `part`."""
    return view.html("search.html", lambda store: _found(view, store, changed(q, part, new).strip()))


def changed(question: str, part: str, new: str) -> str:
    """A question with other words in the place of a part, whose white space and widths may be written otherwise."""
    written, wanted = "".join(question.split()), compact(part)
    at = compact(written).find(wanted) if wanted else -1
    return question if at < 0 else written[:at] + new.strip() + written[at + len(wanted) :]


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
        "answer_columns": _columns(answered) if answered else (),
        "answer_rows": _shown(view, answered) if answered else (),
        "unread": told.reading.not_understood if told and not answered else (),
        "answer_tasks": task_table(view, store, _tasks(store, answered)) if answered else None,
        "names": names,
        "plans": len(plans),
        "first_plans": ask(store, "plans/of_ids", plan=first) if first else [],
        "papers": ask(store, "documents/list", named=bare, within=within) if bare else [],
        "files": [one for one in ask(store, "search/files", text=words) if words in file_name(one["path"])]
        if words
        else [],
        "passages": [row | {"quote": around(row["quote"], bare)} for row in _passages(store, bare)],
        "tasks": len(found),
        "table": task_table(view, store, rows_of(store, found[:MOST])),
    }


def _columns(answered: QuestionAnswer) -> list[str]:
    """The columns of an answer of names that any of its rows fills."""
    return [name for name in COLUMNS if any(row.get(name) for row in answered.rows)]


def _shown(view: View, answered: QuestionAnswer) -> list[dict[str, object]]:
    """The first rows of an answer of names, days in words."""
    return [
        {
            key: edtf_words(held, view.lang) if key in DATED and isinstance(held, str) else held
            for key, held in row.items()
        }
        for row in answered.rows[:MOST]
    ]


def _passages(store: Store, words: str) -> list[SearchPassagesRow]:
    return ask(store, "search/passages", text=words, limit=FEW) if len(words) > 1 else []


def around(quote: str, words: str) -> str:
    """The words in what stands before and behind them, in one line."""
    line = "".join(quote.split())
    at = max(line.find(words), 0)
    first, last = max(at - AROUND, 0), at + len(words) + AROUND
    return ("…" if first else "") + line[first:last] + ("…" if last < len(line) else "")


def _tasks(store: Store, answered: QuestionAnswer) -> list[TaskRow]:
    """The first tasks that answer a question, none where it asks for something else."""
    ids = [str(row["task_id"]) for row in answered.rows[:MOST]] if answered.layout == "tasks" else []
    return rows_of(store, ids)
